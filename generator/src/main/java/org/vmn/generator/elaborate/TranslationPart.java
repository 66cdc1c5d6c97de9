package org.vmn.generator.elaborate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.dsl.vmn.Dnat;
import org.vmn.dsl.vmn.Floating;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpRange;

/** Addresses outside that lead to machines inside: floating ones, and single ports. */
final class TranslationPart {
  private final Context context;
  private final Map<String, Segment> segments;
  private final Map<Ip, String> claimed = new HashMap<>();

  TranslationPart(Context context, Map<String, Segment> segments) {
    this.context = context;
    this.segments = segments;
  }

  /** Claims the outer addresses that the source states, before routers and machines take any. */
  void claim(AddressBook book) {
    for (org.vmn.dsl.vmn.Router router : context.all(org.vmn.dsl.vmn.Router.class).toList()) {
      for (Floating floating : Context.properties(router.getProperties(), Floating.class)) {
        Ip first = Ip.parse(floating.getAddress());
        int count = Ends.refs(floating.getTarget()).size();
        claim(router, new IpRange(first, first.plus(count - 1)), book, origin(floating));
      }
      Set<Ip> own = new HashSet<>();
      for (Dnat dnat : Context.properties(router.getProperties(), Dnat.class)) {
        if (dnat.getAddress() != null && own.add(Ip.parse(dnat.getAddress()))) {
          claim(router, IpRange.of(Ip.parse(dnat.getAddress())), book, origin(dnat));
        }
      }
    }
  }

  private void claim(
      org.vmn.dsl.vmn.Router router, IpRange range, AddressBook book, Origin origin) {
    String name = "router `" + router.getName() + "`";
    for (org.vmn.dsl.vmn.Ports ports :
        Context.properties(router.getProperties(), org.vmn.dsl.vmn.Ports.class)) {
      for (org.vmn.dsl.vmn.Segment port : ports.getSegments()) {
        Segment segment = segments.get(port.getName());
        if (segment != null
            && segment.subnets().stream().anyMatch(s -> s.contains(range.first()))) {
          if (book.claim(segment, range, "an outer address of " + name, origin) != null) {
            claimed.put(range.first(), segment.name());
          }
          return;
        }
      }
    }
    context.report(
        Problem.of(
                Code.ADDRESS_OUTSIDE,
                origin,
                "`" + range.first() + "` is on no segment that " + name + " has a port on")
            .help("add its segment to `ports`"));
  }

  List<Router.Floating> floating(
      org.vmn.dsl.vmn.Router router, List<Router.Port> ports, List<Machine> machines) {
    List<Router.Floating> found = new ArrayList<>();
    for (Floating floating : Context.properties(router.getProperties(), Floating.class)) {
      Ip address = Ip.parse(floating.getAddress());
      String segment = claimed.get(address);
      for (Ref ref : Ends.refs(floating.getTarget())) {
        Ip inside =
            segment == null
                ? null
                : inside(ref, address, segment, ports, machines, origin(floating));
        if (segment == null || inside == null) {
          break;
        }
        found.add(new Router.Floating(address, segment, ref, inside, origin(floating)));
        address = address.next();
      }
    }
    return found;
  }

  List<Router.Dnat> dnat(
      org.vmn.dsl.vmn.Router router,
      List<Router.Port> ports,
      List<Machine> machines,
      List<External> externals) {
    List<Router.Dnat> found = new ArrayList<>();
    for (Dnat dnat : Context.properties(router.getProperties(), Dnat.class)) {
      Origin origin = origin(dnat);
      Ref ref = Ends.refs(dnat.getTarget()).get(0);
      Outer outer = outer(router, dnat, ports, externals);
      Ip inside =
          outer == null
              ? null
              : inside(ref, outer.address(), outer.segment(), ports, machines, origin);
      if (outer == null || inside == null) {
        continue;
      }
      int port = Integer.parseInt(dnat.getPort());
      Router.Dnat one =
          new Router.Dnat(
              outer.address(),
              outer.segment(),
              TrafficTerms.protocol(dnat.getProtocol()),
              port,
              ref,
              inside,
              dnat.getInside() == null ? port : Integer.parseInt(dnat.getInside()),
              origin);
      unique(one, found);
      found.add(one);
    }
    return found;
  }

  private record Outer(Ip address, String segment) {}

  /** The address that is said, or the router's own towards an external. */
  private @Nullable Outer outer(
      org.vmn.dsl.vmn.Router router, Dnat dnat, List<Router.Port> ports, List<External> externals) {
    if (dnat.getAddress() != null) {
      Ip address = Ip.parse(dnat.getAddress());
      String segment = claimed.get(address);
      return segment == null ? null : new Outer(address, segment);
    }
    for (Router.Port port : ports) {
      boolean leadsOut = externals.stream().anyMatch(e -> e.segment().equals(port.segment()));
      if (leadsOut && !port.addresses().isEmpty()) {
        return new Outer(port.addresses().get(0), port.segment());
      }
    }
    context.report(
        Problem.of(
                Code.TRANSLATION_TARGET,
                origin(dnat),
                "router `" + router.getName() + "` has no port towards an external")
            .help(
                "say the address too, such as `dnat 192.0.2.20:%s/%s -> …`"
                    .formatted(dnat.getPort(), dnat.getProtocol())));
    return null;
  }

  private void unique(Router.Dnat one, List<Router.Dnat> others) {
    for (Router.Dnat other : others) {
      if (other.address().equals(one.address())
          && other.protocol() == one.protocol()
          && other.port() == one.port()) {
        context.report(
            Problem.of(
                    Code.ADDRESS_TAKEN,
                    one.origin(),
                    "port %d of `%s` leads to `%s` already"
                        .formatted(one.port(), one.address(), other.machine()))
                .label(other.origin(), "said here"));
        return;
      }
    }
  }

  /** A machine's address on a segment that the router has a port on, other than the outer one. */
  private @Nullable Ip inside(
      Ref ref,
      Ip outer,
      String segment,
      List<Router.Port> ports,
      List<Machine> machines,
      Origin origin) {
    for (Machine machine : machines) {
      if (!machine.name().equals(ref.name())) {
        continue;
      }
      for (Nic nic : machine.nics()) {
        boolean behind =
            !nic.segment().equals(segment)
                && ports.stream().anyMatch(p -> p.segment().equals(nic.segment()));
        if (behind) {
          for (Ip ip : nic.at(ref.offset())) {
            if (ip.family() == outer.family()) {
              return ip;
            }
          }
        }
      }
    }
    context.report(
        Problem.of(
                Code.TRANSLATION_TARGET,
                origin,
                "`%s` has no address of the family of %s behind this router".formatted(ref, outer))
            .help(
                "put it on another segment of the router's `ports`, with a subnet of that family"));
    return null;
  }

  private Origin origin(org.eclipse.emf.ecore.EObject element) {
    return context.origins().whole(element);
  }
}
