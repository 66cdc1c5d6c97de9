package org.vmn.runtime.prove.quotient;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.forward.Exit;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.forward.Steering;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Chain;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.Prefix;

/**
 * Segments by what a walk that begins or ends there can see of them. A plain segment is known by
 * its ways out only; one that something else depends on by name is the only one of its kind.
 */
public final class SegmentKinds {
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Set<Integer> plain = new HashSet<>();

  /** What a walk sees of a plain segment. */
  private record Key(
      List<String> v4, List<String> v6, List<String> translating, boolean isolated) {}

  public SegmentKinds(Forwarding forwarding) {
    Set<String> named = named(forwarding);
    Map<Object, Integer> kinds = new HashMap<>();
    for (Segment segment : forwarding.network().segments()) {
      boolean unique = named.contains(segment.name());
      Object key = unique ? segment.name() : key(forwarding, segment.name());
      int kind = kinds.computeIfAbsent(key, k -> kinds.size());
      numbers.put(segment.name(), kind);
      if (!unique) {
        plain.add(kind);
      }
    }
  }

  private static Key key(Forwarding forwarding, String segment) {
    List<String> translating =
        forwarding.routersOn(segment).stream()
            .filter(r -> r.snat().contains(segment))
            .map(Router::name)
            .toList();
    return new Key(
        exits(forwarding, segment, Ip.Family.V4),
        exits(forwarding, segment, Ip.Family.V6),
        translating,
        forwarding.segment(segment).isolated());
  }

  private static List<String> exits(Forwarding forwarding, String segment, Ip.Family family) {
    return forwarding.exits(segment, family).stream()
        .map(exit ->
            switch (exit) {
              case Exit.ThroughRouter r -> r.router().name();
              // Its segment is one of a kind anyhow.
              case Exit.ToGateway g -> "";
            })
        .toList();
  }

  /** Segments that something depends on by name. */
  private static Set<String> named(Forwarding forwarding) {
    Set<String> named = new HashSet<>();
    for (External external : forwarding.network().externals()) {
      named.add(external.segment());
    }
    for (Balancer balancer : forwarding.network().balancers()) {
      named.add(balancer.segment());
      for (Member.Machines target : balancer.targets()) {
        addSegments(forwarding, target.machine(), named);
      }
    }
    for (Router router : forwarding.network().routers()) {
      for (Router.Floating floating : router.floating()) {
        named.add(floating.segment());
        addSegments(forwarding, floating.machine().name(), named);
      }
      for (Router.Dnat dnat : router.dnat()) {
        named.add(dnat.segment());
        addSegments(forwarding, dnat.machine().name(), named);
      }
    }
    for (Steering steering : forwarding.chains()) {
      for (Chain.Stage stage : steering.chain().stages()) {
        stage.instances().forEach(m -> addSegments(forwarding, m.machine(), named));
      }
    }
    for (Machine machine : forwarding.network().machines()) {
      if (machine.nics().size() > 1) {
        machine.nics().stream().map(Nic::segment).forEach(named::add);
      }
    }
    overlapping(forwarding.network().segments(), named);
    return named;
  }

  private static void addSegments(Forwarding forwarding, String machine, Set<String> named) {
    forwarding.sets().machine(machine).nics().forEach(n -> named.add(n.segment()));
  }

  /** Where subnets overlap, an address alone doesn't say where it is. */
  private static void overlapping(List<Segment> segments, Set<String> named) {
    record Subnet(Prefix prefix, String segment) {}
    List<Subnet> subnets =
        segments.stream()
            .flatMap(s -> s.subnets().stream().map(p -> new Subnet(p, s.name())))
            .sorted(Comparator.comparing(Subnet::prefix))
            .toList();
    @Nullable Subnet wide = null;
    for (Subnet subnet : subnets) {
      if (wide != null && wide.prefix().overlaps(subnet.prefix())) {
        named.add(wide.segment());
        named.add(subnet.segment());
      } else {
        wide = subnet;
      }
    }
  }

  public int kind(String segment) {
    Integer kind = numbers.get(segment);
    if (kind == null) {
      throw new IllegalArgumentException("the network has no segment `" + segment + "`");
    }
    return kind;
  }

  /** Whether nothing depends on the segment's name. */
  public boolean isPlain(String segment) {
    return plain.contains(kind(segment));
  }
}
