package org.vmn.tests.ovs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vmn.generator.layout.HostLayout;
import org.vmn.tests.lab.Ends;
import org.vmn.tests.lab.Frames;
import org.vmn.tests.lab.NeedsLab;
import org.vmn.tests.lab.Packet;
import org.vmn.tests.lab.SwitchLab;
import org.vmn.tests.lab.Trace;

/** Priorities: in tags on the wire, and as queues of uplinks. */
@NeedsLab("ovs")
@Timeout(120)
class QueuesTest {
  private static Nets nets(int priority) {
    return Nets.hosts(2)
        .allowByDefault()
        .speed(1_000_000_000)
        .vlan("lan", 20, "10.9.0.0/24")
        .tunnel("deep", 77, "10.8.0.0/24")
        .priority(priority)
        .vms("gold", 2, "lan", "deep")
        .priority(0)
        .vms("plain", 2, "lan");
  }

  /** The tag of a frame that an adapter of the first host sends to its twin on the second. */
  private static int tag(Fabric fabric, int adapter) {
    HostLayout.Adapter from = fabric.layout().hosts().get(0).adapters().get(adapter);
    HostLayout.Adapter to = fabric.layout().hosts().get(1).adapters().get(adapter);
    fabric.drainWire();
    List<Fabric.Arrival> arrived =
        fabric.send(
            fabric.layout().hosts().get(0), from.tap(), Frames.tcp(ends(from, to), 4000, 80, "S"));
    assertEquals(List.of(to.tap()), arrived.stream().map(Fabric.Arrival::tap).toList());
    byte[] frame = fabric.drainWire().getFirst();
    assertEquals(20, Packet.of(frame).vlan());
    return (frame[14] & 0xff) >> 5;
  }

  private static Ends ends(HostLayout.Adapter from, HostLayout.Adapter to) {
    return new Ends(mac(from), ip(from), mac(to), ip(to));
  }

  private static String mac(HostLayout.Adapter of) {
    return of.nic().mac(of.offset()).toString();
  }

  private static String ip(HostLayout.Adapter of) {
    return of.nic().at(of.offset()).getFirst().toString();
  }

  @Test
  void tagsCarryPriorities() {
    try (Fabric fabric = new Fabric(nets(5).build())) {
      assertEquals(5, tag(fabric, 0));
      assertEquals(0, tag(fabric, 2));
    }
  }

  /** Over the wire's bridge and into tunnels alike. */
  @Test
  void framesWaitInTheQueueOfTheirPriority() {
    try (Fabric fabric = new Fabric(nets(5).build())) {
      HostLayout here = fabric.layout().hosts().get(0);
      HostLayout there = fabric.layout().hosts().get(1);
      for (int adapter = 0; adapter < 3; adapter++) {
        HostLayout.Adapter from = here.adapters().get(adapter);
        HostLayout.Adapter to = there.adapters().get(adapter);
        String flow =
            "in_port=%d,tcp,dl_src=%s,dl_dst=%s,nw_src=%s,nw_dst=%s,nw_ttl=64,tp_src=4000,tp_dst=80"
                .formatted(from.port(), mac(from), mac(to), ip(from), ip(to));
        Trace trace = fabric.lab(0).trace("vmn-shop", flow, List.of("trk,new", "trk,new"));
        assertFalse(trace.dropped(), trace.text());
        assertEquals(adapter < 2, trace.text().contains("skb_priority(0x5)"), trace.text());
      }
    }
  }

  @Test
  void aHigherClassIsServedFirst() {
    try (Fabric fabric = new Fabric(nets(5).build())) {
      SwitchLab lab = fabric.lab(0);
      fabric.bridges(fabric.layout().hosts().getFirst(), "up"); // once more
      assertEquals("linux-htb", lab.vsctl("get", "QoS", qos(lab), "type").strip());
      assertEquals(
          "\"1000000000\"", lab.vsctl("get", "QoS", qos(lab), "other_config:max-rate").strip());
      List<String> orders =
          Arrays.stream(new int[] {0, 1, 2, 3, 4, 5, 6, 7})
              .mapToObj(i -> lab.vsctl("get", "QoS", qos(lab), "queues:" + i).strip())
              .map(q -> lab.vsctl("get", "Queue", q, "other_config:priority").strip())
              .toList();
      assertEquals(
          List.of("\"6\"", "\"7\"", "\"5\"", "\"4\"", "\"3\"", "\"2\"", "\"1\"", "\"0\""), orders);
      assertEquals(1, rows(lab, "QoS"));
      assertEquals(8, rows(lab, "Queue"));
    }
  }

  @Test
  void queuesGoWithTheNetworkAndOthersStay() {
    try (Fabric fabric = new Fabric(nets(5).build())) {
      SwitchLab lab = fabric.lab(0);
      lab.vsctl("set", "bridge", "br-eno1", "external_ids:vmn-user-other=yes");
      lab.vsctl("--", "--id=@q", "create", "QoS", "type=linux-htb", "external_ids:mine=yes");
      fabric.bridges(fabric.layout().hosts().getFirst(), "down");
      assertEquals("[]", lab.vsctl("get", "Port", "eno1", "qos").strip());
      assertEquals(1, rows(lab, "QoS"));
      assertEquals(0, rows(lab, "Queue"));
    }
  }

  @Test
  void withoutPrioritiesThereAreNone() {
    try (Fabric fabric = new Fabric(nets(0).build())) {
      assertEquals(0, tag(fabric, 0));
      assertEquals(0, rows(fabric.lab(0), "QoS"));
      assertTrue(fabric.lab(0).vsctl("get", "Port", "eno1", "qos").startsWith("[]"));
    }
  }

  private static String qos(SwitchLab lab) {
    return lab.vsctl("get", "Port", "eno1", "qos").strip();
  }

  private static long rows(SwitchLab lab, String table) {
    return lab.vsctl("--bare", "--columns=_uuid", "list", table)
        .lines()
        .filter(l -> !l.isBlank())
        .collect(Collectors.counting());
  }
}
