package org.vmn.generator.guideline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.vmn.dsl.vmn.PortTerm;
import org.vmn.dsl.vmn.ProtocolTerm;
import org.vmn.dsl.vmn.Service;
import org.vmn.dsl.vmn.ServiceTerm;
import org.vmn.dsl.vmn.TrafficSet;
import org.vmn.dsl.vmn.TrafficTerm;
import org.vmn.runtime.network.Traffic.Match;
import org.vmn.runtime.network.Traffic.Protocol;

/** The traffic that a rule speaks of: services and ports, no programs. */
final class Services {
  private static final int LAST_PORT = 65535;

  private Services() {}

  static List<Match> matches(TrafficSet set) {
    List<Match> matches = new ArrayList<>();
    add(set, matches, new HashSet<>());
    return matches;
  }

  private static void add(TrafficSet set, List<Match> matches, Set<Service> open) {
    for (TrafficTerm term : set.getTerms()) {
      switch (term) {
        case PortTerm port -> {
          int first = Integer.parseInt(port.getFirst());
          int last = port.getLast() == null ? first : Integer.parseInt(port.getLast());
          matches.add(new Match(protocol(port.getProtocol()), first, last));
        }
        case ProtocolTerm p -> matches.add(new Match(protocol(p.getProtocol()), 0, LAST_PORT));
        case ServiceTerm s when s.getRef() instanceof Service service && open.add(service) ->
            add(service.getTraffic(), matches, open);
        default -> {}
      }
    }
  }

  private static Protocol protocol(org.vmn.dsl.vmn.Protocol protocol) {
    return Protocol.valueOf(protocol.getName().toUpperCase(Locale.ROOT));
  }
}
