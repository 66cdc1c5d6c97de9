/** Reuse: that what is written once means the same as what is written out. */
@NullMarked
package org.vmn.tests.reuse;

import org.jspecify.annotations.NullMarked;
