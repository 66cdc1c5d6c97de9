package org.vmn.generator.capability;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.vmn.runtime.network.Disk;
import org.vmn.runtime.network.Host;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.network.Uplink;
import org.vmn.runtime.value.Prefix;

/** Finds what asks for a feature. */
final class Uses {
  private Uses() {}

  static <T> List<Use> of(List<T> all, Function<T, Origin> origin, Function<T, String> name) {
    return of(all, t -> true, origin, name);
  }

  static <T> List<Use> of(
      List<T> all, Predicate<T> asks, Function<T, Origin> origin, Function<T, String> name) {
    return all.stream().filter(asks).map(t -> new Use(origin.apply(t), name.apply(t))).toList();
  }

  static <T> List<Use> inRouters(
      Network network,
      Function<Router, List<T>> parts,
      Function<T, Origin> origin,
      Function<T, String> name) {
    return network.routers().stream()
        .flatMap(r -> of(parts.apply(r), origin, name).stream())
        .toList();
  }

  static <T> List<Use> inMachines(
      Network network,
      Function<Machine, List<T>> parts,
      Predicate<T> asks,
      Function<T, Origin> origin,
      Function<T, String> name) {
    return network.machines().stream()
        .flatMap(m -> of(parts.apply(m), asks, origin, name).stream())
        .toList();
  }

  static List<Use> bonds(Network network) {
    List<Use> uses = new ArrayList<>();
    for (Host host : network.hosts()) {
      uses.addAll(of(host.uplinks(), u -> !u.bond().isEmpty(), Uplink::origin, Uplink::name));
    }
    return uses;
  }

  static List<Use> dns(Network network, boolean named) {
    return of(
        network.segments(),
        s -> s.dns() != null && s.dns().servers().isEmpty() != named,
        Segment::origin,
        Segment::name);
  }

  /** What rules of the policy, its default and firewalls log. */
  static List<Use> logs(Network network) {
    List<Use> uses = new ArrayList<>();
    if (network.policy().log()) {
      uses.add(new Use(network.policy().origin(), "log"));
    }
    uses.addAll(of(network.policy().rules(), r -> r.log(), r -> r.origin(), r -> "log"));
    network
        .firewalls()
        .forEach(f -> uses.addAll(of(f.rules(), r -> r.log(), r -> r.origin(), r -> "log")));
    return uses;
  }

  /** Routes whose destination another of the same router has. */
  static List<Use> equalRoutes(Network network) {
    List<Use> uses = new ArrayList<>();
    for (Router router : network.routers()) {
      Set<Prefix> seen = new HashSet<>();
      for (Router.Route route : router.routes()) {
        if (!seen.add(route.destination())) {
          uses.add(new Use(route.origin(), route.destination().toString()));
        }
      }
    }
    return uses;
  }

  static List<Use> checksums(Network network) {
    return inMachines(
        network,
        Machine::disks,
        d -> d.image() != null && d.image().checksum() != null,
        Disk::origin,
        Disk::name);
  }

  /** Machines that are set up, with an image that reads how or without. */
  static List<Use> provision(Network network, boolean image) {
    return of(
        network.machines(),
        m ->
            !(m.provision().files().isEmpty() && m.provision().packages().isEmpty())
                && m.disks().stream().anyMatch(d -> d.image() != null) == image,
        Machine::origin,
        Machine::name);
  }
}
