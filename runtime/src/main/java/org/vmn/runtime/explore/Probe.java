package org.vmn.runtime.explore;

import org.vmn.runtime.network.Traffic.Protocol;

/** One packet's protocol and destination port, for a class of them. */
public record Probe(Protocol protocol, int port) {}
