package org.vmn.tests.lab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@NeedsLab("ovs")
@Timeout(30)
class SwitchLabTest {
  private static final Ends AB =
      new Ends("02:00:00:00:00:01", "10.0.0.1", "02:00:00:00:00:02", "10.0.0.2");
  private static SwitchLab lab;

  @BeforeAll
  static void start() {
    lab =
        SwitchLab.start()
            .bridge("br0")
            .port("br0", "p1", 1)
            .port("br0", "p2", 2)
            .port("br0", "p3", 3);
  }

  @AfterAll
  static void stop() {
    lab.close();
  }

  @Test
  void forwardsPackets() {
    lab.replaceFlows("br0", "in_port=1,ip actions=dec_ttl,output:2,output:3\n");
    byte[] frame = Frames.tcp(AB, 1024, 80, "S");
    Map<String, List<byte[]>> out = lab.send("p1", frame);
    assertEquals(Set.of("p2", "p3"), out.keySet());
    Packet packet = Packet.of(out.get("p2").getFirst());
    assertEquals(63, packet.ttl());
    assertTrue(packet.intact());
    assertEquals(Map.of(), lab.send("p2", frame));
  }

  @Test
  void tagsPackets() {
    lab.replaceFlows(
        "br0", "in_port=1 actions=push_vlan:0x8100,set_field:4103->vlan_vid,output:2\n");
    byte[] frame = Frames.udp(AB, 1, 2, "hello");
    assertArrayEquals(Frames.vlan(7, frame), lab.send("p1", frame).get("p2").getFirst());
  }

  @Test
  void traces() {
    lab.replaceFlows(
        "br0",
        """
        table=0,in_port=1,tcp actions=ct(table=1,zone=5)
        table=1,ct_state=+trk+new actions=drop
        table=1,ct_state=+trk+est,tcp actions=clone(set_field:9->tcp_dst,output:3),dec_ttl,output:2
        """);
    String flow = "in_port=1,tcp,nw_src=10.0.0.1,nw_dst=10.0.0.2,nw_ttl=64,tp_dst=80";
    assertTrue(lab.trace("br0", flow, List.of("trk,new")).dropped());
    Trace trace = lab.trace("br0", flow, List.of("trk,est"));
    assertEquals(2, trace.passes().size(), trace.text());
    assertEquals(Set.of("p2", "p3"), trace.outputs(), trace.text());
    assertTrue(trace.finalFlow().contains("nw_ttl=63"), trace.text());
  }

  @Test
  void tracesThousandsInASecond() {
    lab.replaceFlows("br0", "in_port=1 actions=output:2\n");
    List<Trace> traces =
        lab.traceAll("br0", Collections.nCopies(2000, "in_port=1,tcp,tp_dst=80"), List.of());
    assertEquals(2000, traces.size());
    assertTrue(traces.stream().allMatch(trace -> trace.outputs().equals(Set.of("p2"))));
  }

  @Test
  void runsEmittedScripts() {
    Path script =
        Dirs.write(
            lab.dir().resolve("bridges.sh"),
            """
            set -eu
            ovs-vsctl --may-exist add-br vmn-int -- set bridge vmn-int fail_mode=secure datapath_type=netdev
            ovs-vsctl --may-exist add-port vmn-int tap-a -- set interface tap-a ofport_request=11
            ovs-vsctl --may-exist add-port vmn-int vx -- set interface vx type=vxlan ofport_request=12 \
              options:remote_ip=192.0.2.1 options:key=flow
            """);
    lab.runScript(script).ok();
    lab.runScript(script).ok();
    lab.capture("tap-a");
    assertEquals("11", lab.vsctl("get", "interface", "tap-a", "ofport"));
    assertEquals("12", lab.vsctl("get", "interface", "vx", "ofport"));
    lab.replaceFlows("vmn-int", "in_port=11,arp actions=in_port\n");
    assertTrue(
        lab.send("tap-a", Frames.arpRequest(AB.srcMac(), "10.0.0.1", "10.0.0.2"))
            .containsKey("tap-a"));
  }

  @Test
  void leavesNothingBehind() {
    SwitchLab other = SwitchLab.start();
    Path dir = other.dir();
    List<ProcessHandle> daemons =
        ProcessHandle.allProcesses()
            .filter(process -> process.info().commandLine().orElse("").contains(dir.toString()))
            .toList();
    assertFalse(daemons.isEmpty());
    other.close();
    assertFalse(Files.exists(dir));
    assertTrue(daemons.stream().noneMatch(ProcessHandle::isAlive));
  }
}
