package org.vmn.tests.lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The physical network between emulated hosts: one layer-2 segment that passes VLAN tags and frames
 * of up to 9216 bytes.
 */
public final class LabWire implements AutoCloseable {
  private final Keeper keeper;
  private final List<Keeper> lines = new ArrayList<>();
  private int ends;

  private LabWire(Keeper keeper) {
    this.keeper = keeper;
  }

  /** Lays a wire that nobody is connected to. */
  public static LabWire start() {
    List<String> command = List.of("unshare", "-n", "bash", "-c", Shell.script("wire.sh"));
    return new LabWire(Keeper.start(Map.of(), command, new ArrayList<>()));
  }

  /** Gives {@code host} a network device {@code nic} that is connected to this wire and up. */
  public LabWire connect(LabHost host, String nic, int mtu) {
    String end = "w" + ends++;
    in(
        "ip link add %1$s mtu %2$d type veth peer name %3$s mtu %2$d netns %4$d && ip link set %1$s"
            + " master l2 up",
        end, mtu, nic, host.pid());
    // The userspace datapath hands on what it read, so a checksum that the sender left to the
    // hardware would stay wrong.
    host.sh("ethtool -K %1$s tx off >/dev/null; ip link set %1$s up".formatted(nic));
    return this;
  }

  /**
   * Makes of the connection of {@code host}, which was made as the {@code index}-th, a slower and
   * longer one.
   *
   * @param bitsPerSecond in each direction, of whole Ethernet frames; what would wait longer than
   *     {@code queue} is dropped
   * @param delay one way; 0 leaves it out, and loses nothing
   * @param loss share of frames that are lost in each direction, 0 to 1
   */
  public LabWire shape(
      int index,
      LabHost host,
      String nic,
      long bitsPerSecond,
      Duration queue,
      Duration delay,
      double loss) {
    if (!delay.isZero()) {
      in(
          """
          ip link add n%1$d type bridge mcast_snooping 0 forward_delay 0 stp_state 0
          for tap in a%1$d b%1$d; do ip tuntap add dev $tap mode tap; ip link set $tap mtu 9216 up; done
          ip link set n%1$d up mtu 9216
          ip link set w%1$d master n%1$d; ip link set a%1$d master n%1$d; ip link set b%1$d master l2
          """,
          index);
      lines.add(
          Keeper.start(
              Map.of(),
              List.of(
                  "nsenter",
                  "-t",
                  Long.toString(keeper.pid()),
                  "-n",
                  "chrt",
                  "--fifo",
                  "2",
                  "/usr/bin/python3",
                  "-c",
                  Shell.script("delay.py"),
                  "a" + index,
                  "b" + index,
                  Long.toString(delay.toNanos() / 1000),
                  Double.toString(loss),
                  Integer.toString(index)),
              new ArrayList<>()));
    }
    long burst = Math.max(4000, bitsPerSecond / 8 / 500);
    for (String device : List.of("w" + index, delay.isZero() ? "l2" : "a" + index)) {
      in(
          "tc qdisc replace dev %s root tbf rate %dbit burst %d latency %dus",
          device, bitsPerSecond, burst, queue.toNanos() / 1000);
    }
    return this;
  }

  /** Cuts or mends the connection that was made as the {@code index}-th. */
  public void link(int index, boolean up) {
    in("ip link set w%d %s", index, up ? "up" : "down");
  }

  private void in(String format, Object... arguments) {
    String script = format.formatted(arguments);
    Shell.run(
            Map.of(),
            List.of("nsenter", "-t", Long.toString(keeper.pid()), "-n", "bash", "-c", script))
        .ok();
  }

  @Override
  public void close() {
    lines.forEach(Keeper::close);
    keeper.close();
  }
}
