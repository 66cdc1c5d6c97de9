/** What the claims of assertions mean, and that leaving out what is alike leaves nothing out. */
@NullMarked
package org.vmn.runtime.claims;

import org.jspecify.annotations.NullMarked;
