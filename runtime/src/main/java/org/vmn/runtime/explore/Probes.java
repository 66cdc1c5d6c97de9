package org.vmn.runtime.explore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Traffic;
import org.vmn.runtime.network.Traffic.Match;
import org.vmn.runtime.network.Traffic.Protocol;

/** Traffic as classes of protocols and ports: lowest ports first, but port 0 after all others. */
public final class Probes {
  private static final int LAST_PORT = 65535;

  private final Cuts cuts;

  public Probes(Cuts cuts) {
    this.cuts = cuts;
  }

  /**
   * @param traffic null for what the destination says: a balancer's own port, everything for all
   *     else
   */
  public List<Probe> of(@Nullable Traffic traffic, Party destination) {
    if (traffic == null && destination instanceof Party.Virtual virtual) {
      return List.of(new Probe(virtual.balancer().protocol(), virtual.balancer().port()));
    }
    return of(traffic == null ? Traffic.EVERYTHING : traffic);
  }

  /** Everything: every protocol, and every port that a table tells from others. */
  public List<Probe> everything() {
    return of(Traffic.EVERYTHING);
  }

  /** Everything, cut into classes: each protocol in ascending order of ports. */
  public List<Span> spans() {
    List<Span> spans = new ArrayList<>();
    for (Protocol protocol : List.of(Protocol.TCP, Protocol.UDP)) {
      List<Integer> starts = cuts.ports(1, LAST_PORT);
      for (int i = 0; i < starts.size(); i++) {
        int first = starts.get(i);
        int last = i + 1 < starts.size() ? starts.get(i + 1) - 1 : LAST_PORT;
        spans.add(new Span(new Match(protocol, first, last), new Probe(protocol, starts.get(i))));
      }
    }
    for (Protocol protocol : List.of(Protocol.ICMP, Protocol.ANY)) {
      spans.add(new Span(new Match(protocol, 0, LAST_PORT), new Probe(protocol, 0)));
    }
    return spans;
  }

  /** The traffic, whoever it is for. */
  public List<Probe> of(Traffic traffic) {
    Set<Probe> probes = new LinkedHashSet<>();
    traffic.matches().forEach(m -> probes.addAll(of(m)));
    return zeroLast(probes);
  }

  /** Everything but the traffic. */
  public List<Probe> otherThan(@Nullable Traffic traffic, Party destination) {
    List<Match> meant = traffic == null ? meantBy(destination) : traffic.matches();
    Set<Probe> others = new LinkedHashSet<>();
    for (Protocol protocol : List.of(Protocol.TCP, Protocol.UDP, Protocol.ICMP, Protocol.ANY)) {
      for (Match match : outside(protocol, meant)) {
        others.addAll(protocol == Protocol.ANY ? List.of(new Probe(protocol, 0)) : of(match));
      }
    }
    return zeroLast(others);
  }

  /** Nothing listens on port 0: it shows something only where no other port does. */
  private static List<Probe> zeroLast(Set<Probe> probes) {
    return probes.stream()
        .sorted(Comparator.comparing(p -> p.protocol().hasPorts() && p.port() == 0))
        .toList();
  }

  private static List<Match> meantBy(Party destination) {
    return destination instanceof Party.Virtual virtual
        ? List.of(
            new Match(
                virtual.balancer().protocol(),
                virtual.balancer().port(),
                virtual.balancer().port()))
        : Traffic.EVERYTHING.matches();
  }

  /**
   * The ranges of a protocol's ports that no match covers; for a protocol without ports all or
   * nothing.
   */
  private static List<Match> outside(Protocol protocol, List<Match> matches) {
    List<Match> covering =
        matches.stream()
            .filter(m -> m.protocol() == protocol || m.protocol() == Protocol.ANY)
            .sorted(Comparator.comparingInt(Match::firstPort))
            .toList();
    List<Match> gaps = new ArrayList<>();
    int from = 0;
    for (Match match : covering) {
      if (from < match.firstPort()) {
        gaps.add(new Match(protocol, from, match.firstPort() - 1));
      }
      from = Math.max(from, match.lastPort() + 1);
    }
    if (from <= LAST_PORT) {
      gaps.add(new Match(protocol, from, LAST_PORT));
    }
    return gaps;
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
    return cuts.ports(match.firstPort(), match.lastPort()).stream()
        .map(p -> new Probe(match.protocol(), p))
        .toList();
  }
}
