package org.vmn.runtime.explore;

import org.vmn.runtime.network.Traffic.Match;

/**
 * A class of protocols and ports.
 *
 * @param match what is in it
 * @param probe what stands for all of it
 */
public record Span(Match match, Probe probe) {}
