package org.vmn.tests.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpSet;

/** The members of sets, one by one (language, 4.1). */
record Parties(Catalogue catalogue, Sets sets) {

  List<Party> destinations(Endpoints endpoints) {
    IpSet except = sets.all(endpoints.exclude());
    return endpoints.include().stream()
        .flatMap(m -> members(m, except))
        .filter(p -> !p.addresses().isEmpty())
        .toList();
  }

  /** Who opens connections: of addresses, whoever has them. */
  List<Party> sources(Endpoints endpoints) {
    List<Party> sources = new ArrayList<>();
    for (Party party : destinations(endpoints)) {
      if (party instanceof Party.Anybody anybody) {
        members(new Member.Any(), anybody.addresses().complement())
            .filter(p -> !p.addresses().isEmpty())
            .forEach(sources::add);
      } else {
        sources.add(party);
      }
    }
    return sources;
  }

  private Stream<Party> members(Member member, IpSet except) {
    return switch (member) {
      case Member.Machines m ->
          replicas(catalogue.machine(m.machine()), m.first(), m.last())
              .map(adapters -> replica(adapters, except));
      case Member.OnSegment s ->
          catalogue.network().machines().stream()
              .flatMap(m -> replicas(m, 0, m.count() - 1))
              .map(all -> all.stream().filter(a -> a.segment().equals(s.segment())).toList())
              .map(adapters -> replica(adapters, except));
      case Member.Outside o -> Stream.of(beyond(catalogue.external(o.external()), except));
      case Member.Virtual v -> {
        Balancer balancer = sets.balancer(v);
        yield Stream.of(new Party.Virtual(balancer, IpSet.of(balancer.address()).minus(except)));
      }
      case Member.Literal l ->
          // Nobody has the addresses of both families of a prefix: each must be reached itself.
          Arrays.stream(Ip.Family.values())
              .map(f -> new Party.Anybody(l.addresses().minus(except).of(f)));
      case Member.Any any ->
          Stream.concat(
              catalogue.network().machines().stream()
                  .flatMap(m -> replicas(m, 0, m.count() - 1))
                  .map(adapters -> replica(adapters, except)),
              catalogue.network().externals().stream().map(e -> beyond(e, except)));
    };
  }

  private Stream<List<Spot.Adapter>> replicas(Machine machine, int first, int last) {
    return IntStream.rangeClosed(first, last)
        .filter(i -> !catalogue.isDown(machine, i))
        .mapToObj(i -> Catalogue.adapters(machine, i));
  }

  private static Party replica(List<Spot.Adapter> adapters, IpSet except) {
    List<Spot.Adapter> meant =
        adapters.stream().filter(a -> !a.addresses().minus(except).isEmpty()).toList();
    IpSet addresses =
        meant.stream().map(Spot::addresses).reduce(IpSet.NONE, IpSet::union).minus(except);
    return new Party.Replica(meant, addresses);
  }

  private static Party beyond(External external, IpSet except) {
    return new Party.Beyond(new Spot.Outside(external), external.addresses().minus(except));
  }
}
