package org.vmn.tests.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Addresses;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Hardware;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.network.Placement;
import org.vmn.runtime.network.Provision;
import org.vmn.runtime.network.Replicas;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpRange;
import org.vmn.runtime.value.IpSet;
import org.vmn.runtime.value.Mac;
import org.vmn.runtime.value.Prefix;

/** Segments, what is outside, and machines on them. */
record RandomPlaces(Sketch sketch, Map<String, Integer> used) {
  RandomPlaces(Sketch sketch) {
    this(sketch, new HashMap<>());
  }

  Segment segment(int i) {
    Prefix four = Prefix.parse("10.0." + i + ".0/27");
    Prefix six = Prefix.parse("2001:db8:" + i + "::/123");
    List<Prefix> subnets =
        switch (sketch.below(6)) {
          case 0 -> List.of(six);
          case 1, 2 -> List.of(four, six);
          default -> List.of(four);
        };
    return new Segment(
        "s" + i,
        new Segment.Local(),
        subnets,
        1500,
        sketch.one(8),
        null,
        null,
        null,
        sketch.here());
  }

  External external(int i) {
    Segment on = sketch.any(sketch.segments);
    IpSet far = IpSet.of(Prefix.parse("198.51." + i + ".0/30"));
    IpSet six = IpSet.of(Prefix.parse("2001:db8:f" + i + "::/126"));
    boolean neighbour = sketch.one(3);
    IpSet addresses =
        neighbour
            ? IpSet.of(
                Sketch.nth(on, Sketch.FIRST_NEIGHBOUR).stream()
                    .map(ip -> new IpRange(ip, ip.next()))
                    .toList())
            : sketch.one(3) ? far.union(six) : sketch.one(4) ? six : far;
    return new External(
        "x" + i,
        on.name(),
        neighbour ? List.of() : Sketch.nth(on, Sketch.GATEWAY),
        null,
        addresses,
        sketch.here());
  }

  Machine machine(int i) {
    int count = sketch.one(2) ? 1 : 1 + sketch.below(3);
    List<Nic> nics = new ArrayList<>();
    int adapters = sketch.one(4) ? 2 : 1;
    for (int n = 0; n < adapters; n++) {
      nic(nics, count);
    }
    return new Machine(
        "m" + i,
        new Replicas(count, count > 1),
        1,
        1 << 28,
        List.of(),
        List.of(),
        nics,
        List.of(),
        new Placement(List.of(new Placement.Block(count, List.of(RandomNetwork.HOST)))),
        List.of(),
        Hardware.ANY,
        Provision.NOTHING,
        null,
        null,
        sketch.one(15),
        "",
        sketch.here());
  }

  /** One more adapter, where its segment has addresses left; perhaps on another one's trunk. */
  private void nic(List<Nic> nics, int count) {
    Segment segment = sketch.any(sketch.segments);
    int taken = used.getOrDefault(segment.name(), 0);
    if (taken + count + 1 > Sketch.FIRST_VIRTUAL - Sketch.FIRST_MACHINE) {
      return;
    }
    List<Addresses> addresses = new ArrayList<>();
    for (Prefix subnet : segment.subnets()) {
      Ip first = subnet.first().plus(Sketch.FIRST_MACHINE + taken);
      addresses.add(new Addresses(subnet, List.of(new IpRange(first, first.plus(count - 1)))));
    }
    boolean fresh = nics.isEmpty() || sketch.one(2) || nics.get(0).segment().equals(segment.name());
    @Nullable Nic trunk = fresh ? null : nics.get(0);
    nics.add(
        new Nic(
            "nic" + (nics.size() + 1),
            segment.name(),
            trunk == null ? new Mac(0x5254_0000_0000L + 64L * sketch.line()) : trunk.mac(),
            addresses,
            0,
            sketch.one(12),
            0,
            trunk == null ? null : trunk.name(),
            null,
            sketch.here()));
    used.put(segment.name(), taken + count + (sketch.one(3) && count > 1 ? 1 : 0));
  }
}
