/** Checks that need nothing but the model. */
@NullMarked
package org.vmn.dsl.validation;

import org.jspecify.annotations.NullMarked;
