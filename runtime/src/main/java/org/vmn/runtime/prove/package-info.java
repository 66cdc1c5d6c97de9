/**
 * Proof of assertions over all headers, ports and replicas. {@link org.vmn.runtime.prove.Prover} is
 * the interface; the engine behind it cuts sources, destinations and ports into classes in which no
 * table of the network can tell two members apart, and follows one packet of each class: that
 * decides every packet, and nothing is sampled.
 */
@NullMarked
package org.vmn.runtime.prove;

import org.jspecify.annotations.NullMarked;
