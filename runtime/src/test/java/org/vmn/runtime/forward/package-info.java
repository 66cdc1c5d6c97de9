/** What the walk says of one connection, feature by feature. */
@NullMarked
package org.vmn.runtime.forward;

import org.jspecify.annotations.NullMarked;
