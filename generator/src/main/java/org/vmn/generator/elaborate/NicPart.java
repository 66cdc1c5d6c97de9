package org.vmn.generator.elaborate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EObject;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.dsl.literals.Dimension;
import org.vmn.dsl.vmn.HardwareAddress;
import org.vmn.dsl.vmn.Mirror;
import org.vmn.dsl.vmn.NicAddress;
import org.vmn.dsl.vmn.Priority;
import org.vmn.dsl.vmn.Rate;
import org.vmn.dsl.vmn.Spoof;
import org.vmn.dsl.vmn.Trunk;
import org.vmn.dsl.vmn.TrunkPort;
import org.vmn.dsl.vmn.Vm;
import org.vmn.runtime.network.Addresses;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpRange;
import org.vmn.runtime.value.Mac;
import org.vmn.runtime.value.Prefix;

/**
 * Adapters and their addresses: first those that the source states, then routers, then the rest.
 */
final class NicPart {
  private final Context context;
  private final Map<String, Segment> segments;
  private final AddressBook book;
  private final Map<EObject, Map<Prefix, IpRange>> stated = new HashMap<>();
  private final Macs macs;

  /**
   * An adapter, or a segment that comes tagged on one.
   *
   * @param trunk the adapter that carries it, or null
   */
  private record Leg(
      EObject source,
      @Nullable Segment segment,
      List<? extends EObject> properties,
      String name,
      @Nullable String trunk) {}

  NicPart(Context context, Map<String, Segment> segments, AddressBook book, Macs macs) {
    this.context = context;
    this.segments = segments;
    this.book = book;
    this.macs = macs;
  }

  /** Adapters in order of the source, each followed by what is tagged on it. */
  private List<Leg> legs(Shape shape) {
    List<Leg> legs = new ArrayList<>();
    int number = 0;
    for (org.vmn.dsl.vmn.Nic nic : shape.all(org.vmn.dsl.vmn.Nic.class)) {
      String name = "nic" + ++number;
      legs.add(new Leg(nic, segment(nic.getSegment()), nic.getProperties(), name, null));
      for (Trunk trunk : Context.properties(nic.getProperties(), Trunk.class)) {
        for (TrunkPort port : trunk.getPorts()) {
          legs.add(
              new Leg(
                  port,
                  segment(port.getSegment()),
                  port.getProperties(),
                  name + "." + port.getSegment().getName(),
                  name));
        }
      }
    }
    return legs;
  }

  private @Nullable Segment segment(org.vmn.dsl.vmn.Segment segment) {
    return segments.get(segment.getName());
  }

  /**
   * Addresses that a machine's source states. The first is the first replica's, the next ones
   * follow.
   */
  void claimStated(Vm vm, Shape shape) {
    int count = Context.replicas(vm.getCount()).count();
    for (Leg leg : legs(shape)) {
      Segment segment = leg.segment();
      for (NicAddress property : Context.properties(leg.properties(), NicAddress.class)) {
        for (String text : property.getAddresses()) {
          Ip first = Ip.parse(text);
          IpRange range = new IpRange(first, first.plus(count - 1));
          Prefix subnet =
              segment == null
                  ? null
                  : book.claim(segment, range, "`" + vm.getName() + "`", context.origin(property));
          if (subnet != null) {
            IpRange before =
                stated.computeIfAbsent(leg.source(), n -> new HashMap<>()).put(subnet, range);
            if (before != null) {
              context.report(
                  Problem.of(
                          Code.ADDRESS_TAKEN,
                          context.origin(property),
                          "`%s` has an address of %s already: %s"
                              .formatted(vm.getName(), subnet, before.first()))
                      .help("an adapter has one of each subnet: leave one of them out"));
            }
          }
        }
      }
    }
  }

  List<Nic> elaborate(Vm vm, Shape shape, int count) {
    List<Nic> nics = new ArrayList<>();
    for (Leg leg : legs(shape)) {
      if (leg.segment() != null) {
        Mac carrier =
            nics.stream()
                .filter(n -> n.name().equals(leg.trunk()))
                .map(Nic::mac)
                .findFirst()
                .orElse(null);
        nics.add(nic(vm, leg, leg.segment(), carrier, count, origin(shape, leg)));
      }
    }
    return nics;
  }

  private Origin origin(Shape shape, Leg leg) {
    return leg.trunk() == null ? shape.origin(leg.source()) : context.origins().whole(leg.source());
  }

  private Nic nic(
      Vm vm, Leg leg, Segment segment, @Nullable Mac carrier, int count, Origin origin) {
    List<Addresses> addresses = addresses(vm, leg, segment, count, origin);
    long rate = 0;
    boolean spoof = false;
    int priority = 0;
    Mac mac = null;
    Ref mirror = null;
    for (EObject property : leg.properties()) {
      switch (property) {
        case Rate r -> rate = Context.amount(r.getValue(), Dimension.BANDWIDTH);
        case Spoof s -> spoof = true;
        case HardwareAddress h -> mac = Mac.parse(h.getAddress());
        case Priority p -> priority = Integer.parseInt(p.getValue());
        case Mirror m -> mirror = Ends.refs(m.getTarget()).get(0);
        default -> {}
      }
    }
    Mac first =
        carrier != null
            ? carrier
            : mac == null
                ? macs.block(count, vm.getName(), segment.name())
                : macs.claim(mac, count, "`" + vm.getName() + "`", origin);
    return new Nic(
        leg.name(),
        segment.name(),
        first,
        addresses,
        rate,
        spoof,
        priority,
        leg.trunk(),
        mirror,
        origin);
  }

  private List<Addresses> addresses(Vm vm, Leg leg, Segment segment, int count, Origin origin) {
    List<Addresses> addresses = new ArrayList<>();
    Map<Prefix, IpRange> own = stated.getOrDefault(leg.source(), Map.of());
    for (Prefix subnet : segment.subnets()) {
      IpRange range = own.get(subnet);
      List<IpRange> ranges =
          range != null
              ? List.of(range)
              : book.take(segment, subnet, count, vm.getName(), "`" + vm.getName() + "`", origin);
      if (!ranges.isEmpty()) {
        addresses.add(new Addresses(subnet, ranges));
      }
    }
    return addresses;
  }
}
