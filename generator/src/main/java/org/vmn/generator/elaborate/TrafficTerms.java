package org.vmn.generator.elaborate;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.vmn.dsl.vmn.PortTerm;
import org.vmn.dsl.vmn.Program;
import org.vmn.dsl.vmn.ProtocolTerm;
import org.vmn.dsl.vmn.Service;
import org.vmn.dsl.vmn.ServiceTerm;
import org.vmn.dsl.vmn.TrafficSet;
import org.vmn.dsl.vmn.TrafficTerm;
import org.vmn.runtime.network.Traffic.Match;
import org.vmn.runtime.network.Traffic.Protocol;

/** Ports, protocols and services as traffic. */
public final class TrafficTerms {
  private static final int LAST_PORT = 65535;

  private final Function<Program, List<Match>> programs;
  private final Set<Service> open = new HashSet<>();

  private TrafficTerms(Function<Program, List<Match>> programs) {
    this.programs = programs;
  }

  /** Where programs mean nothing, as in rules of organisations. */
  public static List<Match> matches(TrafficSet set) {
    return matches(set, program -> List.of());
  }

  /**
   * Each match once, in order; a service within itself adds nothing.
   *
   * @param programs the ports that a program's name means
   */
  static List<Match> matches(TrafficSet set, Function<Program, List<Match>> programs) {
    return List.copyOf(new TrafficTerms(programs).all(set));
  }

  /** The same of a single term. */
  static List<Match> matches(TrafficTerm term, Function<Program, List<Match>> programs) {
    return List.copyOf(new TrafficTerms(programs).all(term));
  }

  static Protocol protocol(org.vmn.dsl.vmn.Protocol protocol) {
    return Protocol.valueOf(protocol.getName().toUpperCase(Locale.ROOT));
  }

  private Set<Match> all(TrafficSet set) {
    Set<Match> matches = new LinkedHashSet<>();
    set.getTerms().forEach(term -> matches.addAll(all(term)));
    return matches;
  }

  private Set<Match> all(TrafficTerm term) {
    return switch (term) {
      case PortTerm port -> {
        int first = Integer.parseInt(port.getFirst());
        int last = port.getLast() == null ? first : Integer.parseInt(port.getLast());
        yield Set.of(new Match(protocol(port.getProtocol()), first, last));
      }
      case ProtocolTerm p -> Set.of(new Match(protocol(p.getProtocol()), 0, LAST_PORT));
      case ServiceTerm s when s.getRef() instanceof Service service && open.add(service) ->
          all(service.getTraffic());
      case ServiceTerm s when s.getRef() instanceof Program program ->
          new LinkedHashSet<>(programs.apply(program));
      default -> Set.of();
    };
  }
}
