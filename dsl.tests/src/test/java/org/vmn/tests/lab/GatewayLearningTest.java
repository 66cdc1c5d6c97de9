package org.vmn.tests.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A router without a controller finds the MAC address of a gateway that no file names: a packet-out
 * asks for it, and a {@code learn} action turns the answer into a flow.
 */
@NeedsLab("ovs")
@Timeout(30)
class GatewayLearningTest {
  private static final String ROUTER = "02:00:00:00:00:fe";
  private static final String GATEWAY = "02:00:00:00:00:99";
  private static final String FLOWS =
      """
      table=0,priority=20,in_port=2,arp,arp_spa=192.0.2.1 actions=learn(table=9,priority=10,cookie=0x77,eth_type=0x800,\
      NXM_NX_REG0[]=NXM_OF_ARP_SPA[],load:NXM_NX_ARP_SHA[]->NXM_OF_ETH_DST[],output:NXM_OF_IN_PORT[])
      table=0,priority=10,in_port=1,ip actions=dec_ttl,set_field:02:00:00:00:00:fe->eth_src,\
      load:0xc0000201->NXM_NX_REG0[],goto_table:9
      """;
  private static final Ends OUT = new Ends("02:00:00:00:00:01", "10.0.0.1", ROUTER, "203.0.113.5");
  private SwitchLab lab;

  @BeforeEach
  void start() {
    lab = SwitchLab.start().bridge("br0").port("br0", "vm", 1).port("br0", "up", 2);
    lab.replaceFlows("br0", FLOWS);
  }

  @AfterEach
  void stop() {
    lab.close();
  }

  @Test
  void asksAndLearns() {
    assertEquals(Map.of(), lab.send("vm", Frames.udp(OUT, 1, 53, "q")));
    byte[] request = Frames.arpRequest(ROUTER, "192.0.2.2", "192.0.2.1");
    lab.ofctl(
        "packet-out",
        "br0",
        "in_port=controller,packet=" + Frames.hex(request) + ",actions=output:2");
    lab.settle();
    assertEquals(
        "arp who-has 192.0.2.1 tell 192.0.2.2",
        Packet.of(lab.drain().get("up").getFirst()).toString());

    answer(GATEWAY);
    assertLeavesTo(GATEWAY);
    answer("02:00:00:00:00:98");
    assertLeavesTo("02:00:00:00:00:98");
  }

  @Test
  void learnsFromTheGatewaysOwnQuestions() {
    lab.send("up", Frames.arpRequest(GATEWAY, "192.0.2.1", "192.0.2.2"));
    assertLeavesTo(GATEWAY);
  }

  @Test
  void forgetsWhenFlowsAreReplaced() {
    answer(GATEWAY);
    lab.replaceFlows("br0", FLOWS);
    assertEquals(Map.of(), lab.send("vm", Frames.udp(OUT, 1, 53, "q")));
    answer(GATEWAY);
    assertLeavesTo(GATEWAY);
  }

  @Test
  void keepsWhatItLearnedWhenOtherFlowsChange() {
    answer(GATEWAY);
    // What a difference of flows does, instead of replace-flows.
    lab.ofctl("--strict", "del-flows", "br0", "table=0,priority=10,in_port=1,ip");
    lab.ofctl("add-flow", "br0", FLOWS.lines().skip(1).findFirst().orElseThrow());
    assertLeavesTo(GATEWAY);
  }

  private void answer(String mac) {
    lab.send("up", Frames.arpReply(new Ends(mac, "192.0.2.1", ROUTER, "192.0.2.2")));
  }

  private void assertLeavesTo(String mac) {
    Map<String, List<byte[]>> out = lab.send("vm", Frames.udp(OUT, 1, 53, "q"));
    assertEquals(Set.of("up"), out.keySet(), lab.ofctl("dump-flows", "br0"));
    Packet packet = Packet.of(out.get("up").getFirst());
    assertEquals(List.of(ROUTER, mac, 63), List.of(packet.srcMac(), packet.dstMac(), packet.ttl()));
    assertTrue(packet.intact());
  }
}
