/** Corrupts valid programs at random: each is told so, on the line that is wrong. */
@NullMarked
package org.vmn.tests.mutation;

import org.jspecify.annotations.NullMarked;
