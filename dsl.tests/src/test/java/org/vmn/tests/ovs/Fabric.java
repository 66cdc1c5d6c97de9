package org.vmn.tests.ovs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.vmn.generator.emit.Artifact;
import org.vmn.generator.emit.ovs.OvsEmitter;
import org.vmn.generator.layout.HostLayout;
import org.vmn.generator.layout.Layout;
import org.vmn.generator.layout.Names;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Network;
import org.vmn.tests.lab.Flows;
import org.vmn.tests.lab.Packet;
import org.vmn.tests.lab.SwitchLab;

/**
 * The hosts of a network, each with an Open vSwitch of its own on which the emitted files are,
 * joined by a wire that all hear.
 */
final class Fabric implements AutoCloseable {
  private static final int MOST_FRAMES = 200;

  private final Network network;
  private final Layout layout;
  private final Map<String, Artifact> files = new LinkedHashMap<>();
  private final List<SwitchLab> labs = new ArrayList<>();
  private final List<byte[]> wire = new ArrayList<>();

  /** A frame that came out of a guest's port. */
  record Arrival(String tap, byte[] frame) {
    Packet packet() {
      return Packet.of(frame);
    }

    @Override
    public String toString() {
      return tap + "=" + packet();
    }
  }

  Fabric(Network network) {
    this.network = network;
    layout = Layout.of(network);
    new OvsEmitter().emit(Forwarding.of(network), layout, a -> files.put(a.path(), a));
    try {
      while (labs.size() < layout.hosts().size()) {
        labs.add(SwitchLab.startWithTunnels());
      }
      for (HostLayout host : layout.hosts()) {
        prepare(host);
      }
      meet();
    } catch (RuntimeException | AssertionError e) {
      close();
      throw e;
    }
  }

  Layout layout() {
    return layout;
  }

  SwitchLab lab(int host) {
    return labs.get(host);
  }

  Path file(HostLayout host, String name) {
    return labs.get(host.number() - 1)
        .dir()
        .resolve("out")
        .resolve("hosts/" + host.folder() + "/ovs/" + name);
  }

  private void prepare(HostLayout host) {
    SwitchLab lab = labs.get(host.number() - 1);
    try {
      for (Artifact file : files.values()) {
        Path path = lab.dir().resolve("out").resolve(file.path());
        Files.createDirectories(path.getParent());
        Files.writeString(path, dummies(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    bridges(host, "up");
    loadFlows(host);
    host.adapters().forEach(a -> lab.capture(a.tap()));
    if (usesWire(host)) {
      lab.capture(Nets.UPLINK);
    }
  }

  /**
   * Guests' ports and physical devices are taps and cards elsewhere, and dummies here. Without the
   * kernel's routes Open vSwitch 3.1 takes no address for its own.
   */
  private static String dummies(Artifact file) {
    String text = new String(file.content(), StandardCharsets.UTF_8);
    return text.replaceAll("'options:local_ip=[^']*'", "")
        .replace("'type=\"\"'", "type=dummy")
        .replaceAll(
            "(--may-exist add-port \\S+ " + Nets.UPLINK + ")",
            "$1 -- set Interface " + Nets.UPLINK + " type=dummy");
  }

  void bridges(HostLayout host, String argument) {
    labs.get(host.number() - 1)
        .run("env", "VMN_DATAPATH=dummy", "bash", file(host, "bridges.sh").toString(), argument)
        .ok();
  }

  void loadFlows(HostLayout host) {
    SwitchLab lab = labs.get(host.number() - 1);
    String bridge = Names.bridge(network);
    Path flows = file(host, "flows/" + bridge + ".flows");
    Flows.parse(flows);
    lab.replaceFlows(bridge, flows);
    String uplink = Names.uplinkBridge(Nets.UPLINK);
    if (usesWire(host)) {
      lab.replaceFlows(uplink, file(host, "flows/" + uplink + ".flows"));
    }
  }

  private boolean usesWire(HostLayout host) {
    return files.containsKey(
        "hosts/" + host.folder() + "/ovs/flows/" + Names.uplinkBridge(Nets.UPLINK) + ".flows");
  }

  /** What up.sh and the kernel do: underlay addresses, routes and neighbours. */
  private void meet() {
    String bridge = Names.uplinkBridge(Nets.UPLINK);
    Map<String, String> macs = new LinkedHashMap<>();
    for (HostLayout host : layout.hosts()) {
      if (usesWire(host)) {
        SwitchLab lab = labs.get(host.number() - 1);
        String ip = underlay(host);
        String mac = "02:aa:00:00:00:%02x".formatted(host.number());
        lab.vsctl("set", "interface", bridge, "mac=\"" + mac + "\"");
        lab.appctl("netdev-dummy/ip4addr", bridge, ip + "/24");
        lab.appctl("ovs/route/add", "172.31.0.0/24", bridge);
        macs.put(ip, lab.vsctl("get", "interface", bridge, "mac_in_use").strip().replace("\"", ""));
      }
    }
    for (HostLayout host : layout.hosts()) {
      macs.forEach((ip, mac) -> {
        if (!ip.equals(underlay(host))) {
          labs.get(host.number() - 1).appctl("tnl/neigh/set", bridge, ip, mac);
        }
      });
    }
  }

  private static String underlay(HostLayout host) {
    return "172.31.0." + host.number();
  }

  /** Sends a frame from a guest's port; what comes out of guests' ports, on whatever host. */
  List<Arrival> send(HostLayout host, String tap, byte[] frame) {
    return run(host.number() - 1, tap, frame);
  }

  /** Sends a frame from outside: every host hears it. */
  List<Arrival> sendFromWire(byte[] frame) {
    return run(-1, "", frame);
  }

  /** Frames that were on the wire since the last time. */
  List<byte[]> drainWire() {
    List<byte[]> seen = List.copyOf(wire);
    wire.clear();
    return seen;
  }

  /** Takes note of frames that a switch sent by itself. */
  void collect() {
    for (SwitchLab lab : labs) {
      lab.settle();
      wire.addAll(lab.drain().getOrDefault(Nets.UPLINK, List.of()));
    }
  }

  private record Event(int lab, String port, byte[] frame) {}

  private List<Arrival> run(int from, String port, byte[] frame) {
    List<Arrival> arrivals = new ArrayList<>();
    Queue<Event> events = new ArrayDeque<>();
    if (from >= 0) {
      events.add(new Event(from, port, frame));
    } else {
      everywhere(-1, frame, events);
    }
    for (int count = 0; !events.isEmpty(); count++) {
      if (count > MOST_FRAMES) {
        throw new AssertionError("frames go round and round");
      }
      Event event = events.remove();
      labs.get(event.lab())
          .send(event.port(), event.frame())
          .forEach(
              (out, frames) -> frames.forEach(f -> came(event.lab(), out, f, arrivals, events)));
    }
    return arrivals;
  }

  private void came(
      int lab, String port, byte[] frame, List<Arrival> arrivals, Queue<Event> events) {
    if (port.equals(Nets.UPLINK)) {
      wire.add(frame);
      everywhere(lab, frame, events);
    } else {
      arrivals.add(new Arrival(port, frame));
    }
  }

  private void everywhere(int but, byte[] frame, Queue<Event> events) {
    for (int i = 0; i < labs.size(); i++) {
      if (i != but && usesWire(layout.hosts().get(i))) {
        events.add(new Event(i, Nets.UPLINK, frame));
      }
    }
  }

  /** Lets every switch forget its connections. */
  void forgetConnections() {
    labs.forEach(lab -> lab.appctl("dpctl/flush-conntrack"));
  }

  @Override
  public void close() {
    labs.forEach(SwitchLab::close);
  }
}
