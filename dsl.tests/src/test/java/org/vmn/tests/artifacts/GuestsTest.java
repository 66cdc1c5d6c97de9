package org.vmn.tests.artifacts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vmn.generator.layout.HostLayout;
import org.vmn.generator.layout.Layout;
import org.vmn.generator.layout.Names;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.forward.Packet;
import org.vmn.runtime.forward.Place;
import org.vmn.runtime.forward.Walk;
import org.vmn.runtime.network.Addresses;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.network.Traffic.Protocol;
import org.vmn.runtime.prove.Prover;
import org.vmn.runtime.prove.Verdict;
import org.vmn.runtime.value.Ip;
import org.vmn.tests.lab.Guest;
import org.vmn.tests.lab.GuestImage;
import org.vmn.tests.lab.LabDomain;
import org.vmn.tests.lab.LabHost;
import org.vmn.tests.lab.LabWire;
import org.vmn.tests.lab.NeedsLab;

/**
 * Two emulated hosts, brought up by the emitted scripts, with real guests in the emitted domains:
 * they ping and connect exactly as the walk says, and the walk says what the assertions claim.
 */
@NeedsLab("guests")
@Timeout(400)
class GuestsTest {
  private static final String UPLINK = "eno1";
  private static final int[] PORTS = {22, 5432, 8080};

  @TempDir Path temp;

  @Test
  void pingAndConnectAsTheAssertionsSay() throws IOException {
    Network network =
        Examples.build(Path.of("examples/04-two-hosts/two-hosts.vmn"), temp.resolve("out"));
    Forwarding forwarding = Forwarding.of(network);
    for (Verdict verdict : Prover.of(forwarding).proveAll(network.assertions())) {
      assertEquals(Verdict.Outcome.PROVED, verdict.outcome(), verdict.assertion().text());
    }
    Layout layout = Layout.of(network);
    Map<HostLayout.Guest, Guest> guests = new LinkedHashMap<>();
    try (LabWire wire = LabWire.start();
        LabHost one = LabHost.start("kvm-1").startSwitch().startLibvirt();
        LabHost two = LabHost.start("kvm-2").startSwitch().startLibvirt()) {
      Map<String, LabHost> hosts = Map.of("kvm-1", one, "kvm-2", two);
      for (HostLayout host : layout.hosts()) {
        LabHost lab = hosts.get(host.folder());
        wire.connect(lab, UPLINK, 1500);
        bringUp(network, host, lab, guests);
      }
      guests.values().forEach(Guest::awaitBoot);
      for (HostLayout.Guest from : guests.keySet()) {
        for (HostLayout.Guest to : guests.keySet()) {
          if (!from.equals(to)) {
            compare(forwarding, from, to, guests.get(from));
          }
        }
      }
      guests.values().forEach(Guest::close);
      for (HostLayout host : layout.hosts()) {
        hosts.get(host.folder()).sh("/opt/vmn/down.sh --now");
        assertEquals("", hosts.get(host.folder()).vsctl("list-br").strip());
      }
    }
  }

  /** Twice, because it must be safe to run again. */
  private void bringUp(
      Network network, HostLayout host, LabHost lab, Map<HostLayout.Guest, Guest> guests)
      throws IOException {
    Path out = temp.resolve("out/hosts").resolve(host.folder());
    for (Path file : Examples.files(out, "")) {
      String inside = "/opt/vmn/" + out.relativize(file);
      lab.copyIn(file, inside);
    }
    lab.sh("chmod +x /opt/vmn/*.sh /opt/vmn/ovs/*.sh");
    lab.sh("VMN_DATAPATH=netdev /opt/vmn/up.sh --no-guests");
    lab.sh("VMN_DATAPATH=netdev /opt/vmn/up.sh --no-guests");
    for (HostLayout.Guest guest : host.guests()) {
      String name = Names.domain(network, guest.machine(), guest.offset());
      String xml = Files.readString(out.resolve("libvirt/domains/" + name + ".xml"));
      lab.write(
          "/opt/" + name + ".xml",
          LabDomain.adapt(xml, GuestImage.get(), kernelLine(network, guest)));
      lab.virsh("define", "--validate", "/opt/" + name + ".xml");
      lab.virsh("start", name);
      guests.put(guest, Guest.attach(name, lab.path(LabDomain.consolePath(name))));
    }
  }

  /**
   * What the guest's own configuration would say: the small guest of the lab reads no cloud-init.
   */
  private static String kernelLine(Network network, HostLayout.Guest guest) {
    Forwarding forwarding = Forwarding.of(network);
    StringBuilder line =
        new StringBuilder("vmn.name=" + guest.ref() + " vmn.listen=22,5432,8080 vmn.net=");
    for (Nic nic : guest.machine().nics()) {
      for (Addresses addresses : nic.addresses()) {
        Ip gateway =
            Forwarding.address(
                forwarding.routersOn(nic.segment()).get(0),
                nic.segment(),
                addresses.subnet().address().family());
        line.append(nic.mac(guest.offset()))
            .append(',')
            .append(addresses.at(guest.offset()))
            .append('/')
            .append(addresses.subnet().length());
        line.append(',')
            .append(gateway)
            .append(',')
            .append(forwarding.segment(nic.segment()).mtu())
            .append(';');
      }
    }
    return line.toString();
  }

  private static void compare(
      Forwarding forwarding, HostLayout.Guest from, HostLayout.Guest to, Guest real) {
    Nic nic = from.machine().nics().get(0);
    Place start = new Place.Adapter(from.machine(), from.offset(), nic);
    Ip source = nic.at(from.offset()).get(0);
    Ip target = to.machine().nics().get(0).at(to.offset()).get(0);
    Walk ping = forwarding.walk(start, Packet.opening(source, target, Protocol.ICMP, 0));
    assertEquals(
        ping.completes(),
        tried(ping, false, () -> real.ping(target.toString())),
        from.ref() + " pings " + to.ref());
    for (int port : PORTS) {
      Walk walk = forwarding.walk(start, Packet.opening(source, target, Protocol.TCP, port));
      assertEquals(
          walk.completes() ? Optional.of(to.ref().toString()) : Optional.empty(),
          tried(walk, Optional.empty(), () -> real.banner(target.toString(), port)),
          from.ref() + " connects to " + to.ref() + " on " + port);
    }
  }

  /**
   * What should pass may fail at first, while hosts ask for each other's addresses; what should not
   * is tried once.
   */
  private static <T> T tried(Walk walk, T nothing, Supplier<T> attempt) {
    T answer = attempt.get();
    for (int again = 0; again < 5 && answer.equals(nothing) && walk.completes(); again++) {
      answer = attempt.get();
    }
    return answer;
  }
}
