package org.vmn.runtime.prove.ways;

import org.jspecify.annotations.Nullable;
import org.vmn.runtime.prove.classes.Leg;
import org.vmn.runtime.value.Ip;

/**
 * What connections go to: an address and what is there.
 *
 * @param leg the machines or the external that have it; null for a balancer's address, a router's
 *     and one that nobody has
 * @param address the lowest that it stands for
 * @param policyClass what rule lists see of it
 * @param segment where it is, or empty when it is on no segment
 * @param kind equal for destinations that devices treat alike
 */
public record Destination(
    @Nullable Leg leg, Ip address, int policyClass, String segment, Object kind) {}
