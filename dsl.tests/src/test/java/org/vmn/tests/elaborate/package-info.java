/** What becomes of declarations in the Network, noun by noun. */
@NullMarked
package org.vmn.tests.elaborate;

import org.jspecify.annotations.NullMarked;
