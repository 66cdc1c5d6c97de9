/**
 * Flows over a topology: who sends how many bytes to whom, and when the last one is there. Fluid,
 * so that a long transfer costs as much as a short one; with what short ones are made of
 * (handshake, slow start, headers, queues) where that is asked for.
 */
@NullMarked
package org.vmn.runtime.simulate.flow;

import org.jspecify.annotations.NullMarked;
