package org.vmn.generator.elaborate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.dsl.vmn.Hairpin;
import org.vmn.dsl.vmn.Ports;
import org.vmn.dsl.vmn.Route;
import org.vmn.dsl.vmn.Snat;
import org.vmn.dsl.vmn.Vm;
import org.vmn.dsl.vmn.VmnPackage;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpRange;
import org.vmn.runtime.value.Prefix;

/** Routers: their addresses on each segment, and where each route leads. */
final class RouterPart {
  private final Context context;
  private final Map<String, Segment> segments;
  private final GatewayPart gateways;
  private final TranslationPart translations;
  private final Map<EObject, List<Router.Port>> ports = new HashMap<>();

  RouterPart(
      Context context,
      Map<String, Segment> segments,
      GatewayPart gateways,
      TranslationPart translations) {
    this.context = context;
    this.translations = translations;
    this.segments = segments;
    this.gateways = gateways;
  }

  /** Every router takes the first address that nobody states in each subnet of its ports. */
  void claim(AddressBook book, Macs macs) {
    for (org.vmn.dsl.vmn.Router router : context.all(org.vmn.dsl.vmn.Router.class).toList()) {
      List<Router.Port> of = new ArrayList<>();
      for (Ports property : Context.properties(router.getProperties(), Ports.class)) {
        for (int i = 0; i < property.getSegments().size(); i++) {
          Segment segment = segments.get(property.getSegments().get(i).getName());
          Origin origin = context.origins().of(property, VmnPackage.Literals.PORTS__SEGMENTS, i);
          if (segment != null) {
            of.add(port(router, segment, book, macs, origin));
          }
        }
      }
      ports.put(router, of);
    }
  }

  private static Router.Port port(
      org.vmn.dsl.vmn.Router router, Segment segment, AddressBook book, Macs macs, Origin origin) {
    List<Ip> addresses = new ArrayList<>();
    for (Prefix subnet : segment.subnets()) {
      for (IpRange range :
          book.take(
              segment, subnet, 1, router.getName(), "router `" + router.getName() + "`", origin)) {
        addresses.add(range.first());
      }
    }
    return new Router.Port(
        segment.name(), addresses, macs.block(1, router.getName(), segment.name()), origin);
  }

  /** Called when externals and machines are known. */
  List<Router> elaborate(List<External> externals, List<Machine> machines) {
    return context
        .all(org.vmn.dsl.vmn.Router.class)
        .map(r -> router(r, externals, machines))
        .toList();
  }

  private Router router(
      org.vmn.dsl.vmn.Router router, List<External> externals, List<Machine> machines) {
    List<Router.Port> own = ports.getOrDefault(router, List.of());
    List<Router.Route> routes = new ArrayList<>();
    for (Route route : Context.properties(router.getProperties(), Route.class)) {
      Router.Route found =
          switch (route.getHop()) {
            case org.vmn.dsl.vmn.Router next -> via(router, route, own, addresses(next));
            case Vm next -> via(router, route, own, addresses(next, machines));
            case null, default -> route(router, route, own, externals);
          };
      if (found != null) {
        routes.add(found);
      }
    }
    List<String> snat = snat(router, own);
    List<Router.Floating> floating = translations.floating(router, own, machines);
    List<Router.Dnat> dnat = translations.dnat(router, own, machines, externals);
    List<String> outer =
        Stream.of(
                own.stream()
                    .map(Router.Port::segment)
                    .filter(s -> externals.stream().anyMatch(e -> e.segment().equals(s))),
                floating.stream().map(Router.Floating::segment),
                dnat.stream().map(Router.Dnat::segment))
            .flatMap(s -> s)
            .distinct()
            .toList();
    gateways.check(router, outer);
    GatewayPart.@Nullable Gateway gateway = outer.isEmpty() ? null : gateway(router, outer.get(0));
    return new Router(
        router.getName(),
        own,
        routes,
        snat,
        floating,
        dnat,
        !Context.properties(router.getProperties(), Hairpin.class).isEmpty(),
        gateway == null ? null : gateway.host(),
        gateway == null ? null : gateway.standby(),
        context.origin(router));
  }

  /** By way of another router, or of a machine: on a segment that both are on. */
  private Router.@Nullable Route via(
      org.vmn.dsl.vmn.Router router,
      Route route,
      List<Router.Port> own,
      Map<String, List<Ip>> hop) {
    Prefix destination = Prefix.parse(route.getDestination());
    Origin origin = context.origins().whole(route);
    for (Router.Port port : own) {
      for (Ip address : hop.getOrDefault(port.segment(), List.of())) {
        if (address.family() == destination.address().family() && !router.equals(route.getHop())) {
          return new Router.Route(destination, address, port.segment(), null, origin);
        }
      }
    }
    context.report(
        Problem.of(
                Code.NO_NEXT_HOP,
                origin,
                "`%s` has no address of this family on a segment that router `%s` has a port on"
                    .formatted(route.getHop().getName(), router.getName()))
            .help("put both on one segment, and send by way of that"));
    return null;
  }

  /** Of another router, by segment. */
  private Map<String, List<Ip>> addresses(org.vmn.dsl.vmn.Router router) {
    Map<String, List<Ip>> addresses = new HashMap<>();
    ports.getOrDefault(router, List.of()).forEach(p -> addresses.put(p.segment(), p.addresses()));
    return addresses;
  }

  /** Of a machine's first replica, by segment. */
  private static Map<String, List<Ip>> addresses(Vm vm, List<Machine> machines) {
    Map<String, List<Ip>> addresses = new HashMap<>();
    machines.stream()
        .filter(m -> m.name().equals(vm.getName()))
        .flatMap(m -> m.nics().stream())
        .forEach(n -> addresses.putIfAbsent(n.segment(), n.at(0)));
    return addresses;
  }

  private List<String> snat(org.vmn.dsl.vmn.Router router, List<Router.Port> own) {
    List<String> names = new ArrayList<>();
    for (Snat snat : Context.properties(router.getProperties(), Snat.class)) {
      for (org.vmn.dsl.vmn.Segment segment : snat.getSegments()) {
        String name = segment.getName();
        names.add(name);
        if (own.stream().noneMatch(p -> p.segment().equals(name))) {
          context.report(
              Problem.of(
                      Code.TRANSLATION_TARGET,
                      context.origin(snat),
                      "`"
                          + router.getName()
                          + "` has no port on `"
                          + name
                          + "`, so nothing that"
                          + " comes in from there is translated")
                  .help(
                      "add `"
                          + name
                          + "` to its `ports`, or name the segment that it comes in through"));
        }
      }
    }
    return names;
  }

  private Router.@Nullable Route route(
      org.vmn.dsl.vmn.Router router, Route route, List<Router.Port> own, List<External> externals) {
    Prefix destination = Prefix.parse(route.getDestination());
    Origin origin = context.origins().whole(route);
    String name = route.getHop() == null ? null : route.getHop().getName();
    for (External external : externals) {
      for (Ip gateway : external.gateways()) {
        boolean meant =
            name == null ? gateway.equals(address(route)) : external.name().equals(name);
        boolean near = own.stream().anyMatch(p -> p.segment().equals(external.segment()));
        if (meant && near && gateway.family() == destination.address().family()) {
          return new Router.Route(
              destination, gateway, external.segment(), external.name(), origin);
        }
      }
    }
    Ip via = address(route);
    for (Router.Port port : own) {
      Segment segment = segments.get(port.segment());
      if (via != null
          && segment != null
          && segment.subnets().stream().anyMatch(s -> s.contains(via))) {
        return new Router.Route(destination, via, port.segment(), null, origin);
      }
    }
    context.report(
        externals.stream()
            .filter(e -> e.name().equals(name))
            .filter(e -> own.stream().anyMatch(p -> p.segment().equals(e.segment())))
            .findFirst()
            .map(e -> withoutGateway(e, destination, origin))
            .orElseGet(() -> elsewhere(router, name, via, origin)));
    return null;
  }

  private static Problem withoutGateway(External external, Prefix destination, Origin origin) {
    String name = external.name();
    return Problem.of(
            Code.NO_NEXT_HOP,
            origin,
            "external `%s` has no gateway for %s"
                .formatted(name, destination.address().family().title()))
        .label(external.origin(), "`" + name + "` is declared here")
        .help(
            "add `gateway ADDRESS` to it: the address of the next router outside, on its segment");
  }

  private Problem elsewhere(
      org.vmn.dsl.vmn.Router router, @Nullable String name, @Nullable Ip via, Origin origin) {
    String hop = name == null ? String.valueOf(via) : name;
    String help =
        name != null || via == null
            ? "add its segment to `ports`"
            : segments.values().stream()
                .filter(s -> s.subnets().stream().anyMatch(p -> p.contains(via)))
                .findFirst()
                .map(s -> "add its segment, `" + s.name() + "`, to `ports`")
                .orElse(
                    "no segment has it: declare the one that the next router is on, with its"
                        + " `subnet`, and add it to `ports`");
    return Problem.of(
            Code.NO_NEXT_HOP,
            origin,
            "`%s` is on no segment that router `%s` has a port on".formatted(hop, router.getName()))
        .help(help);
  }

  private static @Nullable Ip address(Route route) {
    return route.getAddress() == null ? null : Ip.parse(route.getAddress());
  }

  private GatewayPart.Gateway gateway(org.vmn.dsl.vmn.Router router, String outer) {
    List<String> own =
        ports.getOrDefault(router, List.of()).stream().map(Router.Port::segment).toList();
    GatewayPart.@Nullable Gateway stated = gateways.stated(router, own);
    return stated == null ? gateways.usual(outer) : stated;
  }

  /** Where what comes from outside is taken in on a segment: where its first router is. */
  GatewayPart.Gateway gateway(String segment) {
    return context
        .all(org.vmn.dsl.vmn.Router.class)
        .filter(r ->
            ports.getOrDefault(r, List.of()).stream().anyMatch(p -> p.segment().equals(segment)))
        .findFirst()
        .map(r -> gateway(r, segment))
        .orElseGet(() -> gateways.usual(segment));
  }
}
