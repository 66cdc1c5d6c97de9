package org.vmn.runtime.prove.rows;

/**
 * One match of one rule of an unordered policy.
 *
 * @param from number of the set of sources
 * @param to number of the set of destinations
 * @param first first point of the traffic ({@link Points})
 * @param last its last point
 */
public record Rule(boolean allow, int from, int to, int first, int last) {}
