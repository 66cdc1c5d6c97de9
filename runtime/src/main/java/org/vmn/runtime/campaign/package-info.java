/**
 * Many runs of many variants of a scenario, and what can be said of them together: each figure with
 * a confidence interval. Knows nothing of where runs are carried out; whoever does gets the same
 * bytes.
 */
@NullMarked
package org.vmn.runtime.campaign;

import org.jspecify.annotations.NullMarked;
