package org.vmn.runtime.prove.ways;

import java.util.List;

/**
 * What devices do with all connections to one destination, by interval of traffic.
 *
 * @param cuts the first point of each interval, ascending; the first is 0
 * @param effects for each interval
 */
public record Effects(int[] cuts, List<List<Effect>> effects) {}
