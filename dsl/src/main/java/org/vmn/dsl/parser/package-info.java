/**
 * From text to tokens and syntax errors: what the generated parser leaves to be written by hand.
 */
@NullMarked
package org.vmn.dsl.parser;

import org.jspecify.annotations.NullMarked;
