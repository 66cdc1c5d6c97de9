package org.vmn.tests.reality;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.vmn.generator.layout.HostLayout;
import org.vmn.generator.layout.Layout;
import org.vmn.generator.layout.Names;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.network.Uplink;
import org.vmn.tests.artifacts.Examples;
import org.vmn.tests.lab.LabHost;
import org.vmn.tests.lab.LabWire;
import org.vmn.tests.lab.Station;

/**
 * A network brought up by its own emitted scripts on emulated hosts, each with one uplink. The
 * wires have the uplinks' speed and latency, and a queue of a tenth of a second.
 */
final class RealNetwork implements AutoCloseable {
  private static final Duration QUEUE = Duration.ofMillis(100);

  private final Forwarding tables;
  private final LabWire wire = LabWire.start();
  private final List<LabHost> hosts = new ArrayList<>();
  private final Map<String, Station> stations = new LinkedHashMap<>();

  /**
   * @param out what was built of {@code network}
   * @param loss share of packets that each wire loses, in each direction
   */
  RealNetwork(Network network, Path out, double loss) throws IOException {
    tables = Forwarding.of(network);
    try {
      for (HostLayout host : Layout.of(network).hosts()) {
        bringUp(host, out.resolve("hosts").resolve(host.folder()), loss);
      }
    } catch (IOException | RuntimeException | AssertionError e) {
      close();
      throw e;
    }
  }

  /** The stand-in for a machine, by its name. */
  Station station(String machine) {
    Station station = stations.get(machine);
    if (station == null) {
      throw new IllegalArgumentException("no machine `" + machine + "`");
    }
    return station;
  }

  /** The first address of a machine. */
  String address(String machine) {
    Machine found =
        tables.network().machines().stream()
            .filter(m -> m.name().equals(machine))
            .findFirst()
            .orElseThrow();
    return found.nics().get(0).at(0).get(0).toString();
  }

  /**
   * What twenty pings take in the middle. One goes before them: until hardware addresses are known
   * all wait, and that takes a second.
   */
  long roundTripMicros(String from, String to) {
    String ping = "busybox ping -c %d -i 0.1 " + address(to);
    station(from).exec(ping.formatted(1)).ok();
    String pings = station(from).exec(ping.formatted(20)).ok().text();
    List<Long> times =
        Pattern.compile("time=([0-9.]+) ms")
            .matcher(pings)
            .results()
            .map(m -> Math.round(1000 * Double.parseDouble(m.group(1))))
            .sorted()
            .toList();
    return times.get(times.size() / 2);
  }

  /** Of the first segment. */
  int mtu() {
    return tables.network().segments().get(0).mtu();
  }

  private void bringUp(HostLayout host, Path scripts, double loss) throws IOException {
    LabHost lab = LabHost.start(host.folder()).startSwitch();
    hosts.add(lab);
    Uplink uplink = host.host().uplinks().get(0);
    wire.connect(lab, uplink.name(), uplink.mtu());
    wire.shape(
        hosts.size() - 1,
        lab,
        uplink.name(),
        uplink.bitsPerSecond(),
        QUEUE,
        Duration.ofNanos(uplink.latencyNanos()),
        loss);
    for (Path file : Examples.files(scripts, "")) {
      lab.copyIn(file, "/opt/vmn/" + scripts.relativize(file));
    }
    lab.sh("chmod +x /opt/vmn/*.sh /opt/vmn/ovs/*.sh");
    lab.sh("VMN_DATAPATH=netdev /opt/vmn/up.sh --no-guests");
    lab.sh("chrt --fifo --pid 1 $(cat /run/openvswitch/ovs-vswitchd.pid)");
    for (HostLayout.Guest guest : host.guests()) {
      for (HostLayout.Adapter adapter : guest.adapters()) {
        stations.put(guest.ref().toString(), station(lab, adapter));
      }
    }
    lab.sh("VMN_DATAPATH=netdev /opt/vmn/ovs/bridges.sh");
  }

  /** In the place of the tap that the script made, whose port the switch doesn't open again. */
  private Station station(LabHost lab, HostLayout.Adapter adapter) {
    Segment segment = tables.segment(adapter.nic().segment());
    lab.vsctl("del-port", adapter.tap());
    lab.sh("ip link del " + adapter.tap());
    List<String> addresses =
        adapter.nic().addresses().stream()
            .map(a -> a.at(adapter.offset()) + "/" + a.subnet().length())
            .toList();
    return Station.start(
        lab,
        Names.flat(adapter.machine().ref(adapter.offset())),
        adapter.tap(),
        adapter.nic().mac(adapter.offset()).toString(),
        segment.mtu(),
        "",
        addresses);
  }

  @Override
  public void close() {
    hosts.forEach(LabHost::close);
    wire.close();
  }
}
