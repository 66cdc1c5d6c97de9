package org.vmn.tests.ovs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vmn.generator.layout.HostLayout;
import org.vmn.tests.lab.Ends;
import org.vmn.tests.lab.Frames;
import org.vmn.tests.lab.NeedsLab;
import org.vmn.tests.lab.Result;
import org.vmn.tests.lab.SwitchLab;

/** The script that makes and removes bridges. */
@NeedsLab("ovs")
@Timeout(120)
class BridgesTest {
  private static Nets net() {
    return Nets.hosts(2)
        .tunnel("a", 77, "10.0.1.0/24")
        .vlan("d", 110, "192.0.2.0/24")
        .vms("x", 3, "a")
        .vms("y", 2, "d");
  }

  @Test
  void canBeRepeatedAndUndone() {
    try (Fabric fabric = new Fabric(net().build())) {
      SwitchLab lab = fabric.lab(0);
      HostLayout host = fabric.layout().hosts().get(0);
      String before = state(lab);
      fabric.bridges(host, "up");
      assertEquals(before, state(lab));
      lab.vsctl(
          "--", "--id=@q", "create", "QoS", "type=linux-htb", "external_ids:vmn-network=shop");
      lab.vsctl("add-br", "other", "--", "set", "bridge", "other", "datapath_type=dummy");
      fabric.bridges(host, "down");
      assertEquals("other", lab.vsctl("list-br").strip());
      assertEquals("", lab.vsctl("--bare", "--columns=_uuid", "list", "QoS").strip());
      fabric.bridges(host, "down");
      fabric.bridges(host, "up");
      assertTrue(lab.vsctl("list-br").contains("vmn-shop"));
    }
  }

  @Test
  void keepsBridgesThatOthersUse() {
    try (Fabric fabric = new Fabric(net().build())) {
      SwitchLab lab = fabric.lab(0);
      lab.vsctl("set", "bridge", "br-eno1", "external_ids:vmn-user-other=yes");
      fabric.bridges(fabric.layout().hosts().get(0), "down");
      assertEquals("br-eno1", lab.vsctl("list-br").strip());
      assertEquals("eno1", lab.vsctl("list-ports", "br-eno1").strip());
    }
  }

  @Test
  void repairsWhatWasChanged() {
    try (Fabric fabric = new Fabric(net().build())) {
      SwitchLab lab = fabric.lab(0);
      HostLayout host = fabric.layout().hosts().get(0);
      String tap = host.adapters().get(0).tap();
      lab.vsctl("set", "port", tap, "tag=20");
      lab.vsctl("set", "bridge", "vmn-shop", "fail_mode=standalone");
      lab.vsctl(
          "add-port",
          "vmn-shop",
          "stranger",
          "--",
          "set",
          "interface",
          "stranger",
          "type=dummy",
          "ofport_request=1700");
      lab.vsctl("set", "interface", tap, "ofport_request=1800");
      assertEquals("1800", lab.vsctl("get", "interface", tap, "ofport").strip());
      fabric.bridges(host, "up");
      assertEquals("[]", lab.vsctl("get", "port", tap, "tag").strip());
      assertEquals("secure", lab.vsctl("get", "bridge", "vmn-shop", "fail_mode").strip());
      assertEquals("1000", lab.vsctl("get", "interface", tap, "ofport").strip());
      assertFalse(lab.vsctl("list-ports", "vmn-shop").contains("stranger"));
    }
  }

  /** Two ports that each have the other's number: neither can be given its own in place. */
  @Test
  void exchangesNumbers() {
    try (Fabric fabric = new Fabric(net().build())) {
      SwitchLab lab = fabric.lab(0);
      HostLayout host = fabric.layout().hosts().get(0);
      String one = host.adapters().get(0).tap();
      String other = host.adapters().get(1).tap();
      lab.vsctl("set", "interface", one, "ofport_request=1800");
      lab.vsctl("set", "interface", other, "ofport_request=1000");
      lab.vsctl("set", "interface", one, "ofport_request=1001");
      assertEquals("1001", lab.vsctl("get", "interface", one, "ofport").strip());
      fabric.bridges(host, "up");
      assertEquals("1000", lab.vsctl("get", "interface", one, "ofport").strip());
      assertEquals("1001", lab.vsctl("get", "interface", other, "ofport").strip());
    }
  }

  @Test
  void refusesOtherWords() {
    try (Fabric fabric = new Fabric(net().build())) {
      HostLayout host = fabric.layout().hosts().get(0);
      Result result =
          fabric.lab(0).run("bash", fabric.file(host, "bridges.sh").toString(), "nonsense");
      assertEquals(2, result.exit());
      assertTrue(result.err().contains("announce"), result.err());
    }
  }

  @Test
  void holdsAdaptersToTheirRates() {
    Nets nets = Nets.hosts(1).local("lan", "10.0.0.0/24").rate(8_000_000).vms("slow", 1, "lan");
    try (Fabric fabric = new Fabric(nets.rate(0).vms("fast", 1, "lan").allowByDefault().build())) {
      SwitchLab lab = fabric.lab(0);
      HostLayout host = fabric.layout().hosts().getFirst();
      String slow = host.adapters().get(0).tap();
      String fast = host.adapters().get(1).tap();
      Ends ends = new Ends("52:54:00:00:00:01", "10.0.0.11", "52:54:00:00:01:01", "10.0.0.12");
      assertEquals(1, fabric.send(host, slow, Frames.udp(ends, 1, 2, "")).size());
      lab.stopTime();
      int there = 0;
      int back = 0;
      for (int i = 0; i < 200; i++) {
        // Eight kilobits each: a hundred of them are the burst.
        there += fabric.send(host, slow, Frames.udp(ends, 1, 2, "x".repeat(958))).size();
        back += fabric.send(host, fast, Frames.udp(ends.reversed(), 2, 1, "x".repeat(958))).size();
      }
      assertTrue(there > 50 && there < 150, there + " there");
      assertTrue(back > 50 && back < 150, back + " back");
    }
  }

  private static String state(SwitchLab lab) {
    return lab.vsctl(
            "--format=csv",
            "--columns=name,type,ofport,ofport_request,external_ids",
            "list",
            "Interface")
        + lab.vsctl("--format=csv", "--columns=name,fail_mode,external_ids", "list", "Bridge")
        + lab.vsctl("--format=csv", "--columns=name,tag,trunks", "list", "Port");
  }
}
