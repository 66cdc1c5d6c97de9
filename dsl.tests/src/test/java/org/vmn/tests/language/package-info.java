/** The language from text to model. */
@NullMarked
package org.vmn.tests.language;

import org.jspecify.annotations.NullMarked;
