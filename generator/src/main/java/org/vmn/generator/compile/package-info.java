/**
 * The compiler as a whole: from a file to its Network and everything that is wrong with it. What
 * the command line and the editors call.
 */
@NullMarked
package org.vmn.generator.compile;

import org.jspecify.annotations.NullMarked;
