package org.vmn.tests.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@NeedsLab("hosts")
@Timeout(60)
class LabHostTest {
  @Test
  void isOnlyItself() {
    ProcessHandle first;
    try (LabHost host = LabHost.start("kvm-0")) {
      assertEquals("kvm-0", host.sh("hostname"));
      assertEquals("lo", host.sh("ls /sys/class/net"));
      host.write("/etc/vmn/deep/file", "inside");
      assertEquals("inside", host.sh("cat /etc/vmn/deep/file"));
      assertFalse(Files.exists(Path.of("/etc/vmn/deep/file")));
      first = ProcessHandle.of(host.pid()).orElseThrow();
      host.sh("setsid sleep 1000 >/dev/null 2>&1 </dev/null & true");
    }
    assertFalse(first.isAlive());
  }

  /** Ends without a chance to tidy up: what it started ends with it, and the next run tidies up. */
  @Test
  void leavesNothingWhenTheRunIsKilled() throws IOException, InterruptedException {
    Process run =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader said = run.inputReader()) {
      ProcessHandle host = ProcessHandle.of(Long.parseLong(said.readLine())).orElseThrow();
      Path home = Path.of(said.readLine());
      assertTrue(Files.exists(home));
      run.destroyForcibly().waitFor();
      host.onExit().orTimeout(10, TimeUnit.SECONDS).join();
      Dirs.delete(Dirs.create("next"));
      assertFalse(Files.exists(home));
    }
  }

  /** A run of its own, which starts a host and never stops it. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] arguments) throws InterruptedException {
      LabHost host = LabHost.start("kvm-9").startSwitch();
      System.out.println(host.pid());
      System.out.println(host.home());
      Thread.sleep(60_000);
    }
  }

  /**
   * An integration bridge on each host with a VXLAN port, above an uplink bridge that has the
   * underlay's address.
   */
  @Test
  void carriesVxlanAndVlanBetweenHosts() {
    try (LabWire wire = LabWire.start();
        LabHost one = LabHost.start("one").startSwitch();
        LabHost two = LabHost.start("two").startSwitch()) {
      wire.connect(one, "eno1", 9000).connect(two, "eno1", 9000);
      Station overlay = wireUp(one, 1, 2);
      Station vlan = Station.start(one, "vl", "vn-vl", mac(3), 9000, "", List.of("10.1.0.1/24"));
      one.sh(PORTS + FLOWS);
      wireUp(two, 2, 1);
      Station.start(two, "vl", "vn-vl", mac(4), 9000, "", List.of("10.1.0.2/24")).listen(80);
      two.sh(PORTS + FLOWS);

      assertTrue(overlay.pingWithSize("10.0.0.2", 8950));
      assertTrue(overlay.ping("fd00::2"));
      assertFalse(overlay.ping("10.1.0.2"));
      assertEquals(
          Set.of(new Endpoint.Target("10.1.0.2", 80)),
          vlan.connectAll(targets("10.1.0.2", 80, 81)));
      wire.link(1, false);
      assertFalse(vlan.ping("10.1.0.2"));
    }
  }

  private static Station wireUp(LabHost host, int self, int peer) {
    host.sh(UNDERLAY.formatted(self, peer));
    return Station.start(
        host,
        "ov",
        "vn-ov",
        mac(self),
        8950,
        "",
        List.of("10.0.0." + self + "/24", "fd00::" + self + "/64"));
  }

  private static List<Endpoint.Target> targets(String ip, int... ports) {
    return IntStream.of(ports).mapToObj(port -> new Endpoint.Target(ip, port)).toList();
  }

  private static String mac(int number) {
    return "02:00:00:00:00:0" + number;
  }

  private static final String UNDERLAY =
      """
      set -e
      ovs-vsctl add-br br-up -- set bridge br-up datapath_type=netdev fail_mode=standalone other_config:hwaddr=02:00:00:00:01:0%1$d \
        -- add-port br-up eno1 -- set interface br-up mtu_request=9000
      ip addr add 192.0.2.%1$d/24 dev br-up
      ip link set br-up up
      ovs-vsctl add-br br-int -- set bridge br-int datapath_type=netdev fail_mode=secure \
        -- add-port br-int vx -- set interface vx type=vxlan ofport_request=100 \
           options:remote_ip=192.0.2.%2$d options:local_ip=192.0.2.%1$d options:key=flow \
        -- add-port br-int int-up -- set interface int-up type=patch options:peer=up-int ofport_request=101 \
        -- add-port br-up up-int -- set interface up-int type=patch options:peer=int-up
      """;

  private static final String PORTS =
      """
      set -e
      ovs-vsctl add-port br-int vn-ov -- set interface vn-ov ofport_request=1 \
        -- add-port br-int vn-vl -- set interface vn-vl ofport_request=2
      """;

  private static final String FLOWS =
      """
      ovs-ofctl -O OpenFlow15 --bundle replace-flows br-int - <<'EOF'
      in_port=1 actions=set_field:7001->tun_id,output:100
      in_port=100,tun_id=7001 actions=output:1
      in_port=2,vlan_tci=0 actions=push_vlan:0x8100,set_field:4206->vlan_vid,output:101
      in_port=101,dl_vlan=110 actions=pop_vlan,output:2
      EOF
      """;
}
