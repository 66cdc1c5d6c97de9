package org.vmn.tests.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.network.Traffic.Protocol;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.Mac;
import org.vmn.runtime.value.Prefix;

/** Routers, with routes and translations that are sometimes wrong. */
record RandomRouting(Sketch sketch) {

  Router router(int i) {
    List<Router.Port> ports = new ArrayList<>();
    for (Segment segment : sketch.segments) {
      if (!sketch.one(3)) {
        ports.add(port(segment, i));
      }
    }
    List<Router.Route> routes = new ArrayList<>();
    List<Router.Floating> floating = new ArrayList<>();
    List<Router.Dnat> dnat = new ArrayList<>();
    if (!ports.isEmpty()) {
      sketch.times(5, r -> routes.add(route(sketch.any(ports).segment(), null)));
      if (!routes.isEmpty() && sketch.one(3)) {
        routes.add(route(sketch.any(ports).segment(), sketch.any(routes).destination()));
        routes.removeIf(r -> r.via().family() != r.destination().address().family());
      }
      sketch.times(3, f -> floating(sketch.any(ports), f).ifPresent(floating::add));
      sketch.times(3, d -> dnat(sketch.any(ports), d).ifPresent(dnat::add));
    }
    List<String> snat =
        sketch.segments.stream().map(Segment::name).filter(s -> sketch.one(3)).toList();
    return new Router(
        "r" + i,
        ports,
        routes,
        snat,
        floating,
        dnat,
        sketch.one(2),
        RandomNetwork.HOST,
        null,
        sketch.here());
  }

  private Router.Port port(Segment segment, int i) {
    List<Ip> addresses = Sketch.nth(segment, Sketch.FIRST_ROUTER + i);
    return new Router.Port(
        segment.name(),
        sketch.one(8) ? addresses.subList(0, 1) : addresses,
        new Mac(0x0200_0000_0000L + sketch.line()),
        sketch.here());
  }

  /**
   * @param known the prefix of another route, to which this is another way, or null
   */
  private Router.Route route(String on, @Nullable Prefix known) {
    Ip subnet = sketch.any(sketch.segment(on).subnets()).first();
    List<External> there = sketch.externals.stream().filter(e -> e.segment().equals(on)).toList();
    External external = there.isEmpty() || sketch.one(2) ? null : sketch.any(there);
    int via =
        sketch.one(6)
            ? 1 + sketch.below(15)
            : external != null ? Sketch.GATEWAY : Sketch.FIRST_ROUTER + sketch.below(3);
    return new Router.Route(
        known != null ? known : prefix(sketch, subnet.family()),
        subnet.plus(via),
        on,
        external == null ? null : external.name(),
        sketch.here());
  }

  /** Wider and narrower than subnets, and of what is outside. */
  static Prefix prefix(Sketch sketch, Ip.Family family) {
    boolean four = family == Ip.Family.V4;
    boolean far = sketch.one(3);
    int segment = sketch.below(4);
    Ip at =
        four
            ? Ip.parse((far ? "198.51." : "10.0.") + segment + "." + (far ? 1 : 5))
            : Ip.parse("2001:db8:" + (far ? "f" : "") + segment + "::" + (far ? 1 : 5));
    int shortest = four ? 22 : 46;
    int length =
        sketch.one(5)
            ? 0
            : sketch.one(2) ? shortest + sketch.below(8) : family.bits() - sketch.below(6);
    return Prefix.around(at.plus(sketch.below(8)), length);
  }

  /** A machine's own address. */
  private record Inside(Ref machine, Ip ip) {}

  private Optional<Inside> inside(Ip.Family family) {
    Machine machine = sketch.any(sketch.machines);
    int offset = sketch.below(machine.count());
    List<Ip> own =
        machine.nics().stream()
            .flatMap(n -> n.at(offset).stream())
            .filter(ip -> ip.family() == family)
            .toList();
    return own.isEmpty()
        ? Optional.empty()
        : Optional.of(new Inside(machine.ref(offset), sketch.any(own)));
  }

  private Optional<Router.Floating> floating(Router.Port port, int f) {
    Segment outer = sketch.segment(port.segment());
    Ip address = sketch.any(Sketch.nth(outer, Sketch.FIRST_FLOATING + f));
    return inside(address.family())
        .map(
            in -> new Router.Floating(address, outer.name(), in.machine(), in.ip(), sketch.here()));
  }

  private Optional<Router.Dnat> dnat(Router.Port port, int d) {
    Segment outer = sketch.segment(port.segment());
    boolean own = sketch.one(2) && !port.addresses().isEmpty();
    Ip address = sketch.any(own ? port.addresses() : Sketch.nth(outer, Sketch.DNAT));
    Protocol protocol = sketch.one(3) ? Protocol.UDP : Protocol.TCP;
    return inside(address.family())
        .map(in ->
            new Router.Dnat(
                address,
                outer.name(),
                protocol,
                1 + sketch.below(8) + 20 * d,
                in.machine(),
                in.ip(),
                sketch.port(),
                sketch.here()));
  }
}
