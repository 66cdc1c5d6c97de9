/** That everything is tried, once. */
@NullMarked
package org.vmn.runtime.explore;

import org.jspecify.annotations.NullMarked;
