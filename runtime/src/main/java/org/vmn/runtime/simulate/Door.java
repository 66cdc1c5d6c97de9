package org.vmn.runtime.simulate;

import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Traffic;
import org.vmn.runtime.value.Ip;

/**
 * What a service's clients connect to.
 *
 * @param name of a balancer, or {@code machine.program}
 * @param address a balancer's, or that of a program's first replica
 * @param gateway where it takes in what comes from outside
 * @param balancer null when clients connect to the replicas themselves
 */
record Door(
    String name,
    Ip address,
    Traffic.Protocol protocol,
    int port,
    Gateways.Gateway gateway,
    @Nullable Balancer balancer) {}
