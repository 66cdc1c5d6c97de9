/** Rules that organisations write, and those of the library. */
@NullMarked
package org.vmn.tests.guideline;

import org.jspecify.annotations.NullMarked;
