package org.vmn.generator.elaborate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.dsl.literals.Dimension;
import org.vmn.dsl.vmn.Bond;
import org.vmn.dsl.vmn.Cpu;
import org.vmn.dsl.vmn.HostProperty;
import org.vmn.dsl.vmn.Label;
import org.vmn.dsl.vmn.Latency;
import org.vmn.dsl.vmn.Memory;
import org.vmn.dsl.vmn.Mtu;
import org.vmn.dsl.vmn.NativeVlan;
import org.vmn.dsl.vmn.OnUplinks;
import org.vmn.dsl.vmn.Overcommit;
import org.vmn.dsl.vmn.OvercommitShare;
import org.vmn.dsl.vmn.Segment;
import org.vmn.dsl.vmn.Speed;
import org.vmn.dsl.vmn.Storage;
import org.vmn.dsl.vmn.UnderlayAddress;
import org.vmn.dsl.vmn.Zone;
import org.vmn.runtime.network.Addresses;
import org.vmn.runtime.network.Host;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.Replicas;
import org.vmn.runtime.network.Uplink;
import org.vmn.runtime.network.UplinkRef;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpRange;
import org.vmn.runtime.value.Prefix;

/** Hosts, and the one that is meant when none is declared. */
final class HostPart {
  /** What a host is called that nobody declared. */
  static final String DEFAULT_NAME = "host";

  private static final int DEFAULT_MTU = 1500;

  /** As IEEE 802.1Q has it. */
  private static final int DEFAULT_NATIVE = 1;

  private final Context context;
  private final Underlays underlays;

  HostPart(Context context) {
    this.context = context;
    this.underlays = new Underlays(context);
  }

  List<Host> elaborate() {
    List<Host> hosts = context.all(org.vmn.dsl.vmn.Host.class).map(this::host).toList();
    return hosts.isEmpty()
        ? List.of(
            new Host(DEFAULT_NAME, Replicas.ONE, 0, 0, 0, "", List.of(), List.of(), Origin.NONE))
        : hosts;
  }

  private Host host(org.vmn.dsl.vmn.Host host) {
    Replicas replicas = Context.replicas(host.getCount());
    List<Uplink> uplinks = new ArrayList<>();
    for (org.vmn.dsl.vmn.Uplink uplink :
        Context.properties(host.getProperties(), org.vmn.dsl.vmn.Uplink.class)) {
      uplinks.add(uplink(uplink, host.getName(), replicas.count()));
    }
    return new Host(
        host.getName(),
        replicas,
        (int) sum(host, Cpu.class, c -> Context.amount(c.getValue(), Dimension.COUNT)),
        sum(host, Memory.class, m -> Context.amount(m.getValue(), Dimension.SIZE)),
        sum(host, Storage.class, s -> Context.amount(s.getValue(), Dimension.SIZE)),
        disks(host),
        overcommit(host),
        Context.properties(host.getProperties(), Zone.class).stream()
            .map(Zone::getName)
            .findFirst()
            .orElse(""),
        uplinks,
        ProvisionPart.labels(Context.properties(host.getProperties(), Label.class)),
        context.origin(host));
  }

  private static <T extends HostProperty> long sum(
      org.vmn.dsl.vmn.Host host, Class<T> kind, ToLongFunction<T> value) {
    return Context.properties(host.getProperties(), kind).stream().mapToLong(value).sum();
  }

  private static Host.@Nullable Disks disks(org.vmn.dsl.vmn.Host host) {
    return Context.properties(host.getProperties(), Storage.class).stream()
        .flatMap(s -> s.getProperties().stream())
        .map(speed -> new Host.Disks(Context.amount(speed.getValue(), Dimension.BANDWIDTH)))
        .findFirst()
        .orElse(null);
  }

  private static Host.@Nullable Overcommit overcommit(org.vmn.dsl.vmn.Host host) {
    double cpu = 1;
    double memory = 1;
    double storage = 1;
    for (Overcommit stated : Context.properties(host.getProperties(), Overcommit.class)) {
      for (OvercommitShare share : stated.getShares()) {
        double factor = Double.parseDouble(share.getFactor());
        switch (share.getResource()) {
          case CPU -> cpu = factor;
          case MEMORY -> memory = factor;
          case STORAGE -> storage = factor;
          case BANDWIDTH -> {}
        }
      }
    }
    Host.Overcommit found = new Host.Overcommit(cpu, memory, storage);
    return found.equals(Host.Overcommit.NONE) ? null : found;
  }

  private Uplink uplink(org.vmn.dsl.vmn.Uplink uplink, String owner, int count) {
    long speed = 0;
    long latency = 0;
    int mtu = DEFAULT_MTU;
    Addresses underlay = null;
    List<String> bond = List.of();
    Integer untagged = untagged(owner + "." + uplink.getName());
    for (Object property : uplink.getProperties()) {
      switch (property) {
        case Speed s -> speed = Context.amount(s.getValue(), Dimension.BANDWIDTH);
        case Latency l -> latency = Context.amount(l.getValue(), Dimension.TIME);
        case Mtu m -> mtu = (int) Context.amount(m.getValue(), Dimension.COUNT);
        case Bond b -> bond = b.getDevices();
        case NativeVlan n -> untagged = Integer.parseInt(n.getId());
        case UnderlayAddress a -> {
          underlay = stated(a.getPrefix(), count);
          check(underlay, context.origin(a));
        }
        default -> {}
      }
    }
    if (underlay == null) {
      underlay =
          new Addresses(
              Underlays.SUBNET, List.of(underlays.take(owner + "." + uplink.getName(), count)));
    }
    return new Uplink(
        uplink.getName(), speed, latency, mtu, underlay, bond, untagged, context.origin(uplink));
  }

  /** The VLAN of segments that are on an uplink and have none; null where there are none. */
  private @Nullable Integer untagged(String uplink) {
    return context
            .all(Segment.class)
            .filter(s -> SegmentPart.isUntagged(s))
            .flatMap(s -> Context.properties(s.getProperties(), OnUplinks.class).stream())
            .flatMap(on -> on.getUplinks().stream())
            .anyMatch(t -> uplink.equals(t.getHost().getName() + "." + t.getUplink().getName()))
        ? DEFAULT_NATIVE
        : null;
  }

  /** All hosts of a declaration have an address of the prefix that the first one states. */
  private void check(Addresses underlay, Origin origin) {
    Ip last = underlay.ranges().get(0).last();
    if (!underlay.subnet().contains(last)) {
      context.report(
          Problem.of(
                  Code.ADDRESS_OUTSIDE,
                  origin,
                  "`" + last + "`, the last host's, is outside of " + underlay.subnet())
              .help("begin with a lower address, or state a shorter prefix"));
    }
  }

  private static Addresses stated(String text, int count) {
    Ip first = Ip.parse(text.substring(0, text.indexOf('/')));
    int length = Integer.parseInt(text.substring(text.indexOf('/') + 1));
    return new Addresses(
        Prefix.around(first, length), List.of(new IpRange(first, first.plus(count - 1))));
  }

  /** Every host of a network, one by one. */
  static List<Ref> refs(List<Host> hosts) {
    List<Ref> refs = new ArrayList<>();
    for (Host host : hosts) {
      for (int i = 0; i < host.replicas().count(); i++) {
        refs.add(host.replicas().ref(host.name(), i));
      }
    }
    return refs;
  }

  /** The first uplink of every host; empty when a host has none. */
  static List<UplinkRef> firstUplinks(List<Host> hosts) {
    List<UplinkRef> refs = new ArrayList<>();
    for (Host host : hosts) {
      if (host.uplinks().isEmpty()) {
        return List.of();
      }
      for (int i = 0; i < host.replicas().count(); i++) {
        refs.add(new UplinkRef(host.replicas().ref(host.name(), i), host.uplinks().get(0).name()));
      }
    }
    return refs;
  }
}
