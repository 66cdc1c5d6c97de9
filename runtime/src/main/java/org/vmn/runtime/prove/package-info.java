/**
 * Proof of assertions over all headers, ports and replicas. {@link org.vmn.runtime.prove.Prover} is
 * the interface; the engine behind it sorts sources, destinations and traffic into classes in which
 * no table of the network can tell two members apart, and decides all members of a class at once:
 * that decides every packet, and nothing is sampled.
 */
@NullMarked
package org.vmn.runtime.prove;

import org.jspecify.annotations.NullMarked;
