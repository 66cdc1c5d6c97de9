/**
 * Checks that need nothing but a model: each class is one story, run by {@link VmnValidator}. They
 * run on files without syntax errors only, and every reference may still be unresolved.
 */
@NullMarked
package org.vmn.dsl.validation;

import org.jspecify.annotations.NullMarked;
