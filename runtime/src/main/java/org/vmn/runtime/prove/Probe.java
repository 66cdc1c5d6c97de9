package org.vmn.runtime.prove;

import org.vmn.runtime.network.Traffic.Protocol;

/** One packet's protocol and destination port, for a class of them. */
record Probe(Protocol protocol, int port) {}
