/** The simulator against closed forms, arithmetic, and slower ways to the same. */
@NullMarked
package org.vmn.runtime.simulate;

import org.jspecify.annotations.NullMarked;
