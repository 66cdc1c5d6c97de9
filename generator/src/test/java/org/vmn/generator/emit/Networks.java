package org.vmn.generator.emit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vmn.generator.layout.Layout;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Addresses;
import org.vmn.runtime.network.Disk;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Hardware;
import org.vmn.runtime.network.Host;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.NetworkBuilder;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Overlay;
import org.vmn.runtime.network.Placement;
import org.vmn.runtime.network.Provision;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.Replicas;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.network.Uplink;
import org.vmn.runtime.network.UplinkRef;
import org.vmn.runtime.network.User;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpRange;
import org.vmn.runtime.value.IpSet;
import org.vmn.runtime.value.Mac;
import org.vmn.runtime.value.Prefix;

/**
 * A network of two hosts, {@code kvm[1]} and {@code kvm[2]}, for emitters: servers on a segment
 * with a router, and a machine without an image on two segments.
 */
public final class Networks {
  public static final String HOSTILE =
      "a'b\"c<d>&e $(touch x) `y`; \\n # é \u2028 \ud83d\ude00 %s\t|";

  private static final long GIB = 1L << 30;

  private Networks() {}

  public static Network shop() {
    return shop(3, "https://images.example/debian12.qcow2", "Serves.", "ssh-ed25519 AAAA ops@lab");
  }

  /** The network with many servers, or with strings that a user may choose freely. */
  public static Network shop(int servers, String imageSource, String documentation, String key) {
    Segment front =
        segment("front", new Segment.Tunnel("tenant", 7), 8950, "10.0.0.0/16", "fd00::/64");
    Segment dmz =
        segment("dmz", new Segment.Vlan(110, uplinks("kvm[1].eno1")), 1500, "192.0.2.0/24");
    Disk root =
        new Disk("root", 20 * GIB, new Disk.Image("debian12", "qcow2", imageSource, null), at(9));
    Disk data = new Disk("data", 500 * GIB, null, at(9));
    User ops = new User("ops", List.of(key), at(9));
    Placement turns = placed(servers, "kvm[1]", "kvm[2]");
    Replicas many = new Replicas(servers, true);
    Machine web =
        new Machine(
            "web",
            many,
            2,
            4 * GIB,
            List.of(data, root),
            List.of(ops),
            List.of(nic("nic1", front, 0x10, 2, servers)),
            List.of(),
            turns,
            List.of(),
            Hardware.ANY,
            Provision.NOTHING,
            null,
            null,
            false,
            documentation,
            new Origin("shop.vmn", 9, 1, 9, 20, at(30)));
    Machine admin =
        new Machine(
            "admin",
            Replicas.ONE,
            1,
            GIB,
            List.of(),
            List.of(),
            List.of(
                nic("nic1", dmz, 0x01, 10, 1),
                nic("a-very-long-adapter-name", front, 0x02, 60000, 1)),
            List.of(),
            placed(1, "kvm[1]"),
            List.of(),
            Hardware.ANY,
            Provision.NOTHING,
            null,
            null,
            false,
            "",
            at(14));
    return network(List.of(front, dmz), List.of(web, admin));
  }

  private static Network network(List<Segment> segments, List<Machine> machines) {
    Addresses underlay =
        new Addresses(
            Prefix.parse("172.16.0.0/24"), List.of(IpRange.parse("172.16.0.1-172.16.0.2")));
    Uplink eno1 = new Uplink("eno1", 0, 0, 9000, underlay, List.of(), at(3));
    Uplink eno2 = new Uplink("eno2", 0, 0, 1500, underlay, List.of(), at(3));
    Host kvm =
        new Host("kvm", new Replicas(2, true), 32, 0, 0, "", List.of(eno1, eno2), List.of(), at(3));
    Overlay tenant =
        new Overlay(
            "tenant", Overlay.Encapsulation.VXLAN, uplinks("kvm[1].eno1", "kvm[2].eno1"), at(4));
    External internet =
        new External(
            "internet",
            "dmz",
            List.of(Ip.parse("192.0.2.1")),
            null,
            IpSet.of(Prefix.parse("8.0.0.0/8")),
            at(6));
    Router edge =
        new Router(
            "edge",
            List.of(
                new Router.Port(
                    "front",
                    List.of(Ip.parse("10.0.0.1"), Ip.parse("fd00::1")),
                    Mac.parse("52:54:00:00:00:01"),
                    at(7))),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            false,
            null,
            null,
            at(7));
    return new NetworkBuilder("shop", 42)
        .sources(List.of("shop.vmn"))
        .hosts(List.of(kvm))
        .overlays(List.of(tenant))
        .segments(segments)
        .externals(List.of(internet))
        .routers(List.of(edge))
        .machines(machines)
        .build();
  }

  private static Nic nic(String name, Segment on, int mac, int first, int count) {
    List<Addresses> addresses = new ArrayList<>();
    for (Prefix subnet : on.subnets()) {
      Ip from = subnet.first().plus(first);
      addresses.add(new Addresses(subnet, List.of(new IpRange(from, from.plus(count - 1)))));
    }
    return new Nic(
        name,
        on.name(),
        new Mac(0x525400_000000L + mac),
        addresses,
        0,
        false,
        0,
        null,
        null,
        at(10));
  }

  private static Segment segment(
      String name, Segment.Transport transport, int mtu, String... subnets) {
    return new Segment(
        name,
        transport,
        Arrays.stream(subnets).map(Prefix::parse).toList(),
        mtu,
        false,
        null,
        null,
        null,
        at(5));
  }

  private static List<UplinkRef> uplinks(String... refs) {
    return Arrays.stream(refs).map(UplinkRef::parse).toList();
  }

  private static Placement placed(int count, String... hosts) {
    List<Ref> refs = Arrays.stream(hosts).map(Ref::parse).toList();
    return new Placement(List.of(new Placement.Block(count, refs)));
  }

  private static Origin at(int line) {
    return new Origin("shop.vmn", line, 3, line, 9, null);
  }

  /** What an emitter makes of a network: content by path. */
  public static Map<String, String> emit(Emitter emitter, Network network) {
    Map<String, String> files = new TreeMap<>();
    emitter.emit(
        Forwarding.of(network),
        Layout.of(network),
        file -> {
          if (files.put(file.path(), new String(file.content(), StandardCharsets.UTF_8)) != null) {
            throw new AssertionError(file.path() + " is written twice");
          }
        });
    return files;
  }

  /** One file of them; a missing one fails the test. */
  public static String file(Map<String, String> files, String path) {
    String content = files.get(path);
    if (content == null) {
      throw new AssertionError(path + " isn't among " + files.keySet());
    }
    return content;
  }
}
