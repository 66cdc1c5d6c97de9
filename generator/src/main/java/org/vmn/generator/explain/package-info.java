/**
 * A network in plain words: every value that the compiler works with, those that no source says
 * marked as such. Makes lines of text and prints nothing.
 */
@NullMarked
package org.vmn.generator.explain;

import org.jspecify.annotations.NullMarked;
