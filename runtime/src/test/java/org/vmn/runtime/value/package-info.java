/** Value types against naive ones. */
@NullMarked
package org.vmn.runtime.value;

import org.jspecify.annotations.NullMarked;
