package org.vmn.tests.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A private Open vSwitch on the dummy datapath: the real programs, flow tables, groups and
 * connection tracking, but ports into which a test puts packets and from which it takes them. Needs
 * no privilege and touches nothing outside of its folder.
 */
public final class SwitchLab implements AutoCloseable {
  private final Path dir;
  private final Keeper keeper;
  private final UnixCtl control;
  private final Captures captures;

  private SwitchLab(Path dir, Keeper keeper) {
    this.dir = dir;
    this.keeper = keeper;
    this.control = new UnixCtl(dir.resolve("switch.ctl"));
    this.captures = new Captures(dir);
  }

  /** Starts a switch without bridges. */
  public static SwitchLab start() {
    return start("all-dummies");
  }

  /**
   * Starts a switch without bridges whose tunnels really wrap and unwrap. Its bridges need {@code
   * datapath_type=dummy} and its other ports {@code type=dummy}.
   */
  public static SwitchLab startWithTunnels() {
    return start("real-tunnels");
  }

  private static SwitchLab start(String kind) {
    Path dir = Dirs.create("switch");
    try {
      List<String> command =
          List.of("bash", "-c", Shell.script("switch.sh"), "switch.sh", dir.toString(), kind);
      return new SwitchLab(dir, Keeper.start(Map.of(), command, new ArrayList<>()));
    } catch (RuntimeException e) {
      Dirs.delete(dir);
      throw e;
    }
  }

  /** The folder of its files, for those that a test wants to keep beside it. */
  public Path dir() {
    return dir;
  }

  /**
   * The variables that make plain {@code ovs-vsctl}, {@code ovs-ofctl} and {@code ovs-appctl} talk
   * to this switch.
   */
  public Map<String, String> environment() {
    String home = dir.toString();
    return Map.of(
        "OVS_RUNDIR", home, "OVS_LOGDIR", home, "OVS_DBDIR", home, "OVS_SYSCONFDIR", home);
  }

  /** Runs any program against this switch. */
  public Result run(String... command) {
    return Shell.run(environment(), List.of(command));
  }

  /** Runs an emitted script, such as {@code bridges.sh}, against this switch. */
  public Result runScript(Path script, String... arguments) {
    return run(
        Stream.concat(Stream.of("bash", script.toString()), Stream.of(arguments))
            .toArray(String[]::new));
  }

  /** {@code ovs-vsctl}; its output. */
  public String vsctl(String... arguments) {
    return run(Stream.concat(Stream.of("ovs-vsctl", "--timeout=20"), Stream.of(arguments))
            .toArray(String[]::new))
        .ok()
        .text();
  }

  /** {@code ovs-ofctl -O OpenFlow15}; its output. */
  public String ofctl(String... arguments) {
    return run(Stream.concat(Stream.of("ovs-ofctl", "-O", "OpenFlow15"), Stream.of(arguments))
            .toArray(String[]::new))
        .ok()
        .text();
  }

  /** {@code ovs-appctl} to ovs-vswitchd, over its socket; its output. */
  public String appctl(String method, String... arguments) {
    return control.call(method, List.of(arguments));
  }

  /** Adds a bridge that drops all until it has flows. */
  public SwitchLab bridge(String name) {
    vsctl(
        "--may-exist",
        "add-br",
        name,
        "--",
        "set",
        "bridge",
        name,
        "fail_mode=secure",
        "datapath_type=netdev");
    return this;
  }

  /** Adds a port with OpenFlow number {@code number} whose packets are recorded. */
  public SwitchLab port(String bridge, String name, int number) {
    vsctl(
        "add-port",
        bridge,
        name,
        "--",
        "set",
        "interface",
        name,
        "type=dummy",
        "ofport_request=" + number);
    capture(name);
    return this;
  }

  /**
   * Records from now on what the switch sends out of {@code ports}; for ports that an emitted
   * script made.
   */
  public void capture(String... ports) {
    vsctl(captures.commands(ports));
  }

  /** Replaces all flows of {@code bridge} by those of {@code file}, at once. */
  public void replaceFlows(String bridge, Path file) {
    ofctl("--bundle", "replace-flows", bridge, file.toString());
  }

  /** Replaces all flows of {@code bridge} by the lines of {@code flows}. */
  public void replaceFlows(String bridge, String flows) {
    Path file = Dirs.write(dir.resolve("flows.txt"), flows);
    replaceFlows(bridge, file);
  }

  /**
   * Asks what would happen to the packet {@code flow}, such as {@code
   * in_port=1,tcp,nw_dst=10.0.0.2}. Each {@code ct()} that it meets finds the next state of {@code
   * ctNext}, such as {@code trk,est}; {@code trk,new} when none is left.
   *
   * <p>The connection table is neither read nor changed, and {@code nat} leaves addresses as they
   * are: {@link #send} does both.
   */
  public Trace trace(String bridge, String flow, List<String> ctNext) {
    return Trace.parse(control.call("ofproto/trace", traceArguments(bridge, flow, ctNext)));
  }

  /** Traces every one of {@code flows}, some ten thousand a second. */
  public List<Trace> traceAll(String bridge, List<String> flows, List<String> ctNext) {
    return control
        .callAll(
            "ofproto/trace",
            flows.stream().map(flow -> traceArguments(bridge, flow, ctNext)).toList())
        .stream()
        .map(Trace::parse)
        .toList();
  }

  private static List<String> traceArguments(String bridge, String flow, List<String> ctNext) {
    List<String> arguments = new ArrayList<>(List.of(bridge, flow, "--names"));
    ctNext.forEach(state -> arguments.addAll(List.of("--ct-next", state)));
    return arguments;
  }

  /**
   * Puts {@code frame} into {@code port} and returns, by port, the frames that came out; ports
   * without any are left out.
   */
  public Map<String, List<byte[]>> send(String port, byte[] frame) {
    captures.drain();
    forgetDecisions();
    appctl("netdev-dummy/receive", port, Frames.hex(frame));
    settle();
    return captures.drain();
  }

  /**
   * Empties the datapath's cache. Without this a packet may meet a decision that was made before
   * the flows changed: Open vSwitch corrects those in the background, within half a second.
   */
  public void forgetDecisions() {
    appctl("revalidator/purge");
  }

  /** Waits until the switch has handled the packets that it holds. */
  public void settle() {
    // A turn of the main loop answers at most ten calls of one connection, and then handles the
    // packets that it holds. Thirty-one
    // calls are thus three turns, and still less than a millisecond.
    control.callAll("version", Collections.nCopies(31, List.of()));
  }

  /** The frames that came out since the last {@link #send} or {@code drain}, by port. */
  public Map<String, List<byte[]>> drain() {
    return captures.drain();
  }

  /**
   * Stops the switch's clock: from now on flows, MAC entries and connections age only by {@link
   * #warp}.
   */
  public void stopTime() {
    appctl("time/stop");
  }

  /** Lets {@code millis} of the switch's time go by. */
  public void warp(int millis) {
    appctl("time/warp", Integer.toString(millis));
  }

  /** The connections that are tracked, one a line. */
  public String conntrack() {
    return appctl("dpctl/dump-conntrack");
  }

  @Override
  public void close() {
    control.close();
    keeper.close();
    Dirs.delete(dir);
  }
}
