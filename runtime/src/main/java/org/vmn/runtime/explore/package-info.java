/**
 * All connections of a network as finitely many. Sources, destinations, ports and choices are cut
 * into classes that no table of the network tells apart; one walk for each decides them all.
 * Nothing is sampled, and cost doesn't grow with replicas.
 */
@NullMarked
package org.vmn.runtime.explore;

import org.jspecify.annotations.NullMarked;
