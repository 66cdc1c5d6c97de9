/**
 * What the simulator predicts, held to what a real network does: the emitted switches on emulated
 * hosts, wires of the speeds and delays that the source states, real TCP through them.
 */
@NullMarked
package org.vmn.tests.reality;

import org.jspecify.annotations.NullMarked;
