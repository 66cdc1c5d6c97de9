/** Campaigns. */
@NullMarked
package org.vmn.runtime.campaign;

import org.jspecify.annotations.NullMarked;
