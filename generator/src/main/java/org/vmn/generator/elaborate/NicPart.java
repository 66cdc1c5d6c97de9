package org.vmn.generator.elaborate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EObject;
import org.vmn.dsl.literals.Dimension;
import org.vmn.dsl.vmn.HardwareAddress;
import org.vmn.dsl.vmn.NicAddress;
import org.vmn.dsl.vmn.Rate;
import org.vmn.dsl.vmn.Spoof;
import org.vmn.dsl.vmn.Vm;
import org.vmn.runtime.network.Addresses;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.network.Origin;
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

  NicPart(Context context, Map<String, Segment> segments, AddressBook book, Macs macs) {
    this.context = context;
    this.segments = segments;
    this.book = book;
    this.macs = macs;
  }

  /**
   * Addresses that a machine's source states. The first is the first replica's, the next ones
   * follow.
   */
  void claimStated(Vm vm, Shape shape) {
    int count = Context.replicas(vm.getCount()).count();
    for (org.vmn.dsl.vmn.Nic nic : shape.all(org.vmn.dsl.vmn.Nic.class)) {
      Segment segment = segments.get(nic.getSegment().getName());
      for (NicAddress property : Context.properties(nic.getProperties(), NicAddress.class)) {
        for (String text : property.getAddresses()) {
          Ip first = Ip.parse(text);
          IpRange range = new IpRange(first, first.plus(count - 1));
          Prefix subnet =
              segment == null
                  ? null
                  : book.claim(segment, range, "`" + vm.getName() + "`", context.origin(property));
          if (subnet != null) {
            stated.computeIfAbsent(nic, n -> new HashMap<>()).put(subnet, range);
          }
        }
      }
    }
  }

  List<Nic> elaborate(Vm vm, Shape shape, int count) {
    List<Nic> nics = new ArrayList<>();
    for (org.vmn.dsl.vmn.Nic nic : shape.all(org.vmn.dsl.vmn.Nic.class)) {
      Segment segment = segments.get(nic.getSegment().getName());
      if (segment != null) {
        nics.add(nic(vm, nic, segment, "nic" + (nics.size() + 1), count, shape.origin(nic)));
      }
    }
    return nics;
  }

  private Nic nic(
      Vm vm, org.vmn.dsl.vmn.Nic nic, Segment segment, String name, int count, Origin origin) {
    List<Addresses> addresses = new ArrayList<>();
    Map<Prefix, IpRange> own = stated.getOrDefault(nic, Map.of());
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
    long rate = 0;
    boolean spoof = false;
    Mac mac = null;
    for (Object property : nic.getProperties()) {
      switch (property) {
        case Rate r -> rate = Context.amount(r.getValue(), Dimension.BANDWIDTH);
        case Spoof s -> spoof = true;
        case HardwareAddress h -> mac = Mac.parse(h.getAddress());
        default -> {}
      }
    }
    Mac first =
        mac == null
            ? macs.block(count, vm.getName(), segment.name())
            : macs.claim(mac, count, "`" + vm.getName() + "`", origin);
    return new Nic(name, segment.name(), first, addresses, rate, spoof, 0, null, null, origin);
  }
}
