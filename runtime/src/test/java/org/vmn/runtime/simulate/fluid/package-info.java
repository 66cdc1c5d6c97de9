/** Fair shares against filling from nothing, and what fairness means. */
@NullMarked
package org.vmn.runtime.simulate.fluid;

import org.jspecify.annotations.NullMarked;
