package org.vmn.tests.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The physical network between emulated hosts: one layer-2 segment that passes VLAN tags and frames
 * of up to 9216 bytes.
 */
public final class LabWire implements AutoCloseable {
  private final Keeper keeper;
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
    keeper.close();
  }
}
