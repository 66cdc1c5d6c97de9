/**
 * What the network does with a connection, written once. {@link org.vmn.runtime.forward.Forwarding}
 * holds the tables (who owns an address, filter, routes, translations); the walk reads them with
 * one packet, the prover with one packet of each class, and the emitters translate them. Nobody
 * else derives them from the network.
 */
@NullMarked
package org.vmn.runtime.forward;

import org.jspecify.annotations.NullMarked;
