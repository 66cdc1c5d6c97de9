package org.vmn.tests.ovs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vmn.generator.layout.HostLayout;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.value.IpSet;
import org.vmn.runtime.value.Prefix;
import org.vmn.tests.lab.Ends;
import org.vmn.tests.lab.Frames;
import org.vmn.tests.lab.NeedsLab;
import org.vmn.tests.lab.Packet;

/** A wire that carries one VLAN without a tag, as at home, and another with its tag. */
@NeedsLab("ovs")
@Timeout(120)
class NativeVlanTest {
  private static final String STATION = "02:99:00:00:00:01";
  private static final String PRINTER = "192.168.1.77";
  private static final String TAGGED = "10.9.0.77";

  @Test
  void framesOfTheNativeVlanHaveNoTag() {
    Nets nets =
        Nets.hosts(2)
            .allowByDefault()
            .nativeVlan(1)
            .vlan("home", 1, "192.168.1.0/24")
            .vlan("lab", 20, "10.9.0.0/24")
            .vms("media", 2, "home")
            .vms("trial", 2, "lab")
            .external("house", "home", "", IpSet.of(Prefix.parse("192.168.1.64/26")))
            .external("bench", "lab", "", IpSet.of(Prefix.parse("10.9.0.64/26")));
    Network network = nets.build();
    try (Fabric fabric = new Fabric(network)) {
      assertEquals(List.of("tcp 192.168.1.11:4000>192.168.1.12:80 S"), between(fabric, 0));
      assertEquals(List.of("vlan 20 tcp 10.9.0.11:4000>10.9.0.12:80 S"), between(fabric, 1));

      assertEquals("tcp 192.168.1.12:4000>" + PRINTER + ":80 S", sent(fabric, 0, PRINTER));
      assertEquals("vlan 20 tcp 10.9.0.12:4000>" + TAGGED + ":80 S", sent(fabric, 1, TAGGED));

      byte[] home = opening(fabric, 0, PRINTER);
      byte[] lab = opening(fabric, 1, TAGGED);
      assertEquals(List.of(tap(fabric, 0)), arrivals(fabric, home));
      assertEquals(List.of(tap(fabric, 1)), arrivals(fabric, Frames.vlan(20, lab)));
      assertEquals(List.of(), arrivals(fabric, lab), "the lab's without its tag");
      assertEquals(List.of(), arrivals(fabric, Frames.vlan(20, home)), "the house's with a tag");
      assertEquals(List.of(), arrivals(fabric, Frames.vlan(30, lab)), "a VLAN that isn't ours");
    }
  }

  /** What the wire sees of a frame from the first host's guest to the second's. */
  private static List<String> between(Fabric fabric, int machine) {
    HostLayout.Adapter from = adapter(fabric, 0, machine);
    HostLayout.Adapter to = adapter(fabric, 1, machine);
    Ends ends = new Ends(mac(from), ip(from), mac(to), ip(to));
    fabric.drainWire();
    List<Fabric.Arrival> arrived =
        fabric.send(fabric.layout().hosts().get(0), from.tap(), Frames.tcp(ends, 4000, 80, "S"));
    assertEquals(List.of(to.tap()), arrived.stream().map(Fabric.Arrival::tap).toList());
    return wire(fabric);
  }

  /** What the wire sees of a frame from the second host's guest to something outside. */
  private static String sent(Fabric fabric, int machine, String to) {
    HostLayout.Adapter from = adapter(fabric, 1, machine);
    fabric.drainWire();
    fabric.send(
        fabric.layout().hosts().get(1),
        from.tap(),
        Frames.tcp(new Ends(mac(from), ip(from), STATION, to), 4000, 80, "S"));
    List<String> seen = wire(fabric);
    assertEquals(1, seen.size(), seen.toString());
    return seen.getFirst();
  }

  private static List<String> wire(Fabric fabric) {
    return fabric.drainWire().stream().map(f -> Packet.of(f).toString()).toList();
  }

  private static byte[] opening(Fabric fabric, int machine, String from) {
    HostLayout.Adapter to = adapter(fabric, 1, machine);
    return Frames.tcp(new Ends(STATION, from, mac(to), ip(to)), 5000, 80, "S");
  }

  private static List<String> arrivals(Fabric fabric, byte[] frame) {
    return fabric.sendFromWire(frame).stream().map(Fabric.Arrival::tap).toList();
  }

  private static String tap(Fabric fabric, int machine) {
    return adapter(fabric, 1, machine).tap();
  }

  private static HostLayout.Adapter adapter(Fabric fabric, int host, int machine) {
    return fabric.layout().hosts().get(host).adapters().get(machine);
  }

  private static String mac(HostLayout.Adapter of) {
    return of.nic().mac(of.offset()).toString();
  }

  private static String ip(HostLayout.Adapter of) {
    Machine machine = of.machine();
    return machine.nics().getFirst().at(of.offset()).getFirst().toString();
  }
}
