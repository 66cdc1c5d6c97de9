package org.vmn.runtime.claims;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.vmn.runtime.explore.Attempts;
import org.vmn.runtime.explore.Probe;
import org.vmn.runtime.forward.Walk;
import org.vmn.runtime.network.Element;
import org.vmn.runtime.network.Ref;

/**
 * What a claim says of one connection: of one from given machines, so that it says nothing when
 * they are down.
 *
 * @param tries what is tried, as far as what is up decides it
 * @param all whether every try must have a bad walk for the claim to be broken; else one is enough
 * @param bad a walk that breaks it
 * @param ends the machines at its ends, and their hosts
 * @param hosts where those machines are
 */
record Trial(
    Function<Attempts, List<Attempts.Try>> tries,
    boolean all,
    Probe probe,
    Predicate<Walk> bad,
    Set<Element> ends,
    Set<Ref> hosts) {
  Trial {
    ends = Set.copyOf(ends);
    hosts = Set.copyOf(hosts);
  }
}
