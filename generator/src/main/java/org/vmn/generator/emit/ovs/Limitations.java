package org.vmn.generator.emit.ovs;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.vmn.generator.emit.ovs.bridge.UplinkBridges;
import org.vmn.generator.emit.ovs.plan.HostPlan;
import org.vmn.generator.emit.ovs.plan.Paths;
import org.vmn.generator.emit.ovs.plan.Queues;
import org.vmn.generator.emit.ovs.plan.Topology;
import org.vmn.generator.emit.ovs.stage.FirewallLists;
import org.vmn.generator.layout.HostLayout;
import org.vmn.generator.layout.Layout;
import org.vmn.runtime.forward.Acl;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.network.Uplink;

/** What of a network flows without a controller can't do. */
public final class Limitations {
  private final Forwarding forwarding;
  private final Topology topology;
  private final List<Limitation> found = new ArrayList<>();

  private Limitations(Forwarding forwarding, Layout layout) {
    this.forwarding = forwarding;
    topology = new Topology(forwarding, layout);
  }

  /** In order of the source's kinds of elements. */
  public static List<Limitation> of(Forwarding forwarding, Layout layout) {
    Limitations limitations = new Limitations(forwarding, layout);
    forwarding.network().externals().forEach(limitations::external);
    forwarding.network().routers().forEach(limitations::router);
    forwarding.network().balancers().forEach(limitations::balancer);
    forwarding.acls().forEach(limitations::firewall);
    limitations.answers();
    limitations.queues();
    return limitations.found.stream().distinct().toList();
  }

  private void external(External external) {
    if (!(forwarding.segment(external.segment()).transport() instanceof Segment.Vlan)) {
      found.add(
          new Limitation(
              external.origin(),
              "`%s` can't be reached: segment `%s` has no `vlan`, so no wire leads there"
                  .formatted(external.name(), external.segment())));
    } else if (external.gateways().isEmpty()) {
      found.add(
          new Limitation(
              external.origin(),
              "a router reaches an address of `%s` only after it has been heard to speak"
                  .formatted(external.name())));
    }
  }

  private void router(Router router) {
    for (Router.Port port : router.ports()) {
      Segment segment = forwarding.segment(port.segment());
      for (HostLayout host : topology.layout().hosts()) {
        if (uses(router, host)
            && needed(router, segment, host)
            && !topology.carries(host, segment)) {
          found.add(
              new Limitation(
                  port.origin(),
                  "router `%s` can't reach segment `%s` from host `%s`, to which the segment does not extend"
                      .formatted(router.name(), segment.name(), host.ref())));
        }
      }
    }
  }

  private boolean uses(Router router, HostLayout host) {
    return host.ref().equals(router.gateway())
        || host.adapters().stream()
            .anyMatch(
                a -> router.ports().stream().anyMatch(p -> p.segment().equals(a.nic().segment())));
  }

  /**
   * Whether a host must send on the segment itself: to machines, or for its gateway to what is
   * outside.
   */
  private boolean needed(Router router, Segment segment, HostLayout host) {
    boolean machines =
        topology.seats(segment.name()).stream().anyMatch(s -> !s.host().equals(host));
    boolean outside =
        host.ref().equals(router.gateway())
            && !forwarding.owners().externals(segment.name()).isEmpty();
    return machines || outside;
  }

  private void balancer(Balancer balancer) {
    for (Router router : forwarding.routersOn(balancer.segment())) {
      if (router.gateway() != null && !Objects.equals(router.gateway(), balancer.gateway())) {
        found.add(
            new Limitation(
                balancer.origin(),
                "clients outside get no answer from `%s`: its gateway is host `%s`, that of router `%s` is `%s`"
                    .formatted(
                        balancer.name(), balancer.gateway(), router.name(), router.gateway())));
      }
    }
    boolean neighbours =
        forwarding.owners().externals(balancer.segment()).stream()
            .anyMatch(e -> e.gateways().isEmpty());
    boolean targets =
        balancer.targets().stream()
            .flatMap(t -> forwarding.sets().machine(t.machine()).nics().stream())
            .anyMatch(n -> n.segment().equals(balancer.segment()));
    if (neighbours && targets) {
      found.add(
          new Limitation(
              balancer.origin(),
              "targets of `%s` on its own segment answer clients outside on that segment past the balancer"
                  .formatted(balancer.name())));
    }
  }

  private void answers() {
    for (Paths.Unseen unseen : topology.unseen()) {
      if (unseen.fromOutside()) {
        found.add(
            new Limitation(
                unseen.router().origin(),
                "router `%s` passes on answers from outside to connections that its firewall didn't see"
                    .formatted(unseen.router().name()),
                true));
      }
    }
  }

  private void queues() {
    if (!Queues.are(forwarding.network())) {
      return;
    }
    for (HostLayout host : topology.layout().hosts()) {
      HostPlan plan = new HostPlan(topology, host);
      for (Uplink uplink : host.host().uplinks()) {
        if (uplink.bitsPerSecond() == 0 && UplinkBridges.of(plan).contains(uplink.name())) {
          found.add(
              new Limitation(
                  uplink.origin(),
                  "priorities have no queues on `%s`, whose speed is not stated"
                      .formatted(uplink.name())));
        }
      }
    }
  }

  private void firewall(Acl acl) {
    if (!FirewallLists.fits(acl)) {
      found.add(
          new Limitation(
              acl.firewall().origin(),
              "firewall `%s` filters nothing: it goes from `allow` to `deny` and back more than %d times"
                  .formatted(acl.firewall().name(), FirewallLists.mostRuns()),
              true));
    }
  }
}
