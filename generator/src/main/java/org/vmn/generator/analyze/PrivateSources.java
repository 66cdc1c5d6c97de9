package org.vmn.generator.analyze;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.runtime.forward.Filter;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.network.Policy;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.value.IpRange;
import org.vmn.runtime.value.IpSet;
import org.vmn.runtime.value.Prefix;

/**
 * Private addresses that leave as they are by a gateway with a public one: a proof takes what is
 * outside to know the way back, and the internet doesn't.
 */
final class PrivateSources implements Pass {
  /** RFC 1918, RFC 6598 and RFC 4193. */
  private static final IpSet PRIVATE =
      List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7").stream()
          .map(p -> IpSet.of(Prefix.parse(p)))
          .reduce(IpSet.NONE, IpSet::union);

  @Override
  public void check(Forwarding forwarding, Consumer<Problem> out) {
    Map<String, External> externals =
        forwarding.network().externals().stream()
            .collect(Collectors.toMap(External::name, Function.identity()));
    for (Router router : forwarding.network().routers()) {
      for (Router.Route route : router.routes()) {
        External external = route.external() == null ? null : externals.get(route.external());
        if (external != null && !PRIVATE.contains(route.via())) {
          check(forwarding, router, route, external, out);
        }
      }
    }
  }

  private static void check(
      Forwarding forwarding,
      Router router,
      Router.Route route,
      External external,
      Consumer<Problem> out) {
    for (Segment segment : forwarding.network().segments()) {
      boolean near = router.ports().stream().anyMatch(p -> p.segment().equals(segment.name()));
      IpSet sources =
          senders(forwarding, segment)
              .intersect(PRIVATE)
              .of(route.destination().address().family());
      if (near
          && !router.snat().contains(segment.name())
          && leaves(forwarding, router, sources, external)) {
        out.accept(
            Problem.of(
                    Code.UNTRANSLATED_SOURCE,
                    route.origin(),
                    "`%s` has private addresses, to which `%s` finds no way back"
                        .formatted(segment.name(), external.name()))
                .label(
                    segment.origin(),
                    "`" + segment.name() + "` has " + sources.ranges().get(0).first())
                .help(
                    "write `snat %s` in router `%s`, so that they leave under its own address"
                        .formatted(segment.name(), router.name())));
      }
    }
  }

  /** The addresses of those on a segment that may send at all. */
  private static IpSet senders(Forwarding forwarding, Segment segment) {
    List<IpRange> senders = new ArrayList<>();
    for (Machine machine : forwarding.network().machines()) {
      for (Nic nic : machine.nics()) {
        if (nic.segment().equals(segment.name()) && !machine.quarantined()) {
          nic.addresses().forEach(a -> senders.addAll(a.ranges()));
        }
      }
    }
    return IpSet.of(senders);
  }

  /**
   * Whether the policy lets some of the sources out that have no address of their own there. What a
   * firewall on the way lets pass is not looked into: no false alarm where it stops them.
   */
  private static boolean leaves(
      Forwarding forwarding, Router router, IpSet sources, External external) {
    IpSet translated =
        router.floating().stream().map(f -> IpSet.of(f.inside())).reduce(IpSet.NONE, IpSet::union);
    IpSet bare = sources.minus(translated);
    boolean filtered =
        forwarding.network().firewalls().stream()
            .anyMatch(
                f -> router.name().equals(f.router()) || external.name().equals(f.external()));
    if (bare.isEmpty() || filtered) {
      return false;
    }
    Filter filter = forwarding.filter();
    List<Region> open =
        filter.policy().allowByDefault()
            ? List.of(new Region(bare, external.addresses(), Ports.ALL))
            : regions(filter, Policy.Action.ALLOW).stream()
                .map(r -> r.within(bare, external.addresses()))
                .flatMap(Optional::stream)
                .toList();
    for (Region denied : regions(filter, Policy.Action.DENY)) {
      open = open.stream().flatMap(r -> r.minus(denied).stream()).toList();
    }
    return !open.isEmpty();
  }

  private static List<Region> regions(Filter filter, Policy.Action action) {
    return filter.clauses().stream()
        .filter(c -> c.rule().action() == action)
        .map(Region::of)
        .toList();
  }
}
