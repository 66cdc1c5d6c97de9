/**
 * Files as if they had been written out: repetitions unrolled, choices made, templates given their
 * arguments, expressions computed. What follows (checks, elaboration) reads copies of the model in
 * which there are literals only, and which know where their text stands. A file without any of this
 * is not copied.
 */
@NullMarked
package org.vmn.dsl.expand;

import org.jspecify.annotations.NullMarked;
