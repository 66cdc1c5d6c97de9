package org.vmn.generator.elaborate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.dsl.vmn.Gateway;
import org.vmn.dsl.vmn.HardwareAddress;
import org.vmn.dsl.vmn.OnSegment;
import org.vmn.dsl.vmn.Prefixes;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpRange;
import org.vmn.runtime.value.IpSet;
import org.vmn.runtime.value.Mac;
import org.vmn.runtime.value.Prefix;

/** Externals: where they are reached, and which addresses may be found there. */
final class ExternalPart {
  /**
   * Addresses that no single machine elsewhere has: RFC 6890, and what IPv6 keeps for links, groups
   * and itself.
   */
  private static final IpSet NOT_UNICAST =
      List.of("0.0.0.0/8", "127.0.0.0/8", "224.0.0.0/3", "::/8", "fe80::/10", "ff00::/8").stream()
          .map(p -> IpSet.of(Prefix.parse(p)))
          .reduce(IpSet.NONE, IpSet::union);

  private final Context context;
  private final Map<String, Segment> segments;
  private final AddressBook book;

  ExternalPart(Context context, Map<String, Segment> segments, AddressBook book) {
    this.context = context;
    this.segments = segments;
    this.book = book;
  }

  /** Claims the gateways' addresses, and of neighbours on a segment those that they state. */
  void claim() {
    for (org.vmn.dsl.vmn.External external : context.all(org.vmn.dsl.vmn.External.class).toList()) {
      Segment segment = segment(external);
      if (segment != null && !hasGateway(external)) {
        neighbours(external, segment);
      }
      for (Gateway gateway : Context.properties(external.getProperties(), Gateway.class)) {
        for (String text : gateway.getAddresses()) {
          if (segment != null) {
            book.claim(
                segment,
                IpRange.of(Ip.parse(text)),
                "the gateway of `" + external.getName() + "`",
                context.origin(gateway));
          }
        }
      }
    }
  }

  private static boolean hasGateway(org.vmn.dsl.vmn.External external) {
    return external.getProperties().stream().anyMatch(Gateway.class::isInstance);
  }

  /** A prefix that has all of a subnet leaves to others what they take. */
  private void neighbours(org.vmn.dsl.vmn.External external, Segment segment) {
    for (Prefixes prefixes : Context.properties(external.getProperties(), Prefixes.class)) {
      for (String text : prefixes.getPrefixes()) {
        Prefix prefix = Prefix.parse(text);
        for (Prefix subnet : segment.subnets()) {
          if (subnet.overlaps(prefix) && subnet.length() < prefix.length()) {
            IpRange hosts = new IpRange(subnet.firstHost(), subnet.lastHost());
            String who = "external `" + external.getName() + "`";
            for (IpRange range : IpSet.of(prefix).intersect(IpSet.of(List.of(hosts))).ranges()) {
              book.claim(segment, range, who, context.origin(prefixes));
            }
          }
        }
      }
    }
  }

  /** Called when all machines have their addresses. */
  List<External> elaborate() {
    List<External> externals = new ArrayList<>();
    for (org.vmn.dsl.vmn.External external : context.all(org.vmn.dsl.vmn.External.class).toList()) {
      Segment segment = segment(external);
      if (segment != null) {
        externals.add(external(external, segment));
      }
    }
    return externals;
  }

  private External external(org.vmn.dsl.vmn.External external, Segment segment) {
    List<Ip> gateways =
        Context.properties(external.getProperties(), Gateway.class).stream()
            .flatMap(g -> g.getAddresses().stream())
            .map(Ip::parse)
            .toList();
    Mac mac =
        Context.properties(external.getProperties(), HardwareAddress.class).stream()
            .map(h -> Mac.parse(h.getAddress()))
            .findFirst()
            .orElse(null);
    IpSet stated = gateways.isEmpty() ? left(stated(external), segment) : stated(external);
    apart(external, segment, !gateways.isEmpty());
    IpSet addresses =
        !stated.isEmpty() ? stated : gateways.isEmpty() ? neighbours(segment) : elsewhere(gateways);
    return new External(
        external.getName(), segment.name(), gateways, mac, addresses, context.origin(external));
  }

  /** A neighbour that has all of a subnet has none of what others there have taken. */
  private IpSet left(IpSet stated, Segment segment) {
    IpSet left = stated;
    for (Prefix subnet : segment.subnets()) {
      if (stated.containsAll(IpSet.of(subnet))) {
        left = left.minus(IpSet.of(subnet)).union(book.free(subnet));
      }
    }
    return left;
  }

  /** What is outside is on no segment, but on its own where no gateway leads to it. */
  private void apart(org.vmn.dsl.vmn.External external, Segment own, boolean isBehindGateway) {
    for (Prefixes prefixes : Context.properties(external.getProperties(), Prefixes.class)) {
      for (Segment segment : segments.values()) {
        for (String text : prefixes.getPrefixes()) {
          boolean inside = segment.subnets().stream().anyMatch(s -> s.overlaps(Prefix.parse(text)));
          if (inside && (isBehindGateway || !segment.equals(own))) {
            context.report(
                Problem.of(
                        Code.OVERLAPPING_SUBNETS,
                        context.origin(prefixes),
                        "`%s` of external `%s` has addresses of segment `%s`, which is inside"
                            .formatted(text, external.getName(), segment.name()))
                    .label(segment.origin(), "`" + segment.name() + "` is declared here")
                    .help("name addresses that are found outside only"));
          }
        }
      }
    }
  }

  /** Without a gateway: what is free on the segment itself. */
  private IpSet neighbours(Segment segment) {
    return segment.subnets().stream().map(book::free).reduce(IpSet.NONE, IpSet::union);
  }

  private static IpSet stated(org.vmn.dsl.vmn.External external) {
    return Context.properties(external.getProperties(), Prefixes.class).stream()
        .flatMap(p -> p.getPrefixes().stream())
        .map(p -> IpSet.of(Prefix.parse(p)))
        .reduce(IpSet.NONE, IpSet::union);
  }

  /** Behind a gateway: everything that is neither in this network nor said of another external. */
  private IpSet elsewhere(List<Ip> gateways) {
    IpSet own =
        segments.values().stream()
            .flatMap(s -> s.subnets().stream())
            .map(IpSet::of)
            .reduce(IpSet.NONE, IpSet::union);
    IpSet all =
        gateways.stream().map(g -> IpSet.ALL.of(g.family())).reduce(IpSet.NONE, IpSet::union);
    IpSet others =
        context
            .all(org.vmn.dsl.vmn.External.class)
            .map(ExternalPart::stated)
            .reduce(IpSet.NONE, IpSet::union);
    return all.minus(own).minus(others).minus(NOT_UNICAST);
  }

  private @Nullable Segment segment(org.vmn.dsl.vmn.External external) {
    return Context.properties(external.getProperties(), OnSegment.class).stream()
        .map(o -> segments.get(o.getSegment().getName()))
        .findFirst()
        .orElse(null);
  }
}
