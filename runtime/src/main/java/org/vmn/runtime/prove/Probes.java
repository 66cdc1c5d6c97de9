package org.vmn.runtime.prove;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Traffic;
import org.vmn.runtime.network.Traffic.Match;
import org.vmn.runtime.network.Traffic.Protocol;

/** Traffic as classes of protocols and ports: lowest ports first. */
final class Probes {
  private static final int LAST_PORT = 65535;

  private final Cuts cuts;

  Probes(Cuts cuts) {
    this.cuts = cuts;
  }

  /**
   * @param traffic null for what the destination says: a balancer's own port, everything for all else
   */
  List<Probe> of(@Nullable Traffic traffic, Party destination) {
    if (traffic == null && destination instanceof Party.Virtual virtual) {
      return List.of(new Probe(virtual.balancer().protocol(), virtual.balancer().port()));
    }
    Traffic meant = traffic == null ? Traffic.EVERYTHING : traffic;
    Set<Probe> probes = new LinkedHashSet<>();
    meant.matches().forEach(m -> probes.addAll(of(m)));
    return List.copyOf(probes);
  }

  private List<Probe> of(Match match) {
    if (match.protocol() == Protocol.ANY) {
      List<Probe> all = new ArrayList<>(of(new Match(Protocol.TCP, 0, LAST_PORT)));
      all.addAll(of(new Match(Protocol.UDP, 0, LAST_PORT)));
      all.add(new Probe(Protocol.ICMP, 0));
      all.add(new Probe(Protocol.ANY, 0));
      return all;
    }
    if (!match.protocol().hasPorts()) {
      return List.of(new Probe(match.protocol(), 0));
    }
    return cuts.ports(match.firstPort(), match.lastPort()).stream().map(p -> new Probe(match.protocol(), p)).toList();
  }
}
