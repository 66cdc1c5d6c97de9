/**
 * What proofs are good for beside verdicts: what would mend a refuted assertion, what holds a
 * proved one, who reaches whom on what, which rules do nothing, what must not fail, and what a
 * change changes.
 */
@NullMarked
package org.vmn.runtime.review;

import org.jspecify.annotations.NullMarked;
