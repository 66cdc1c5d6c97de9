package org.vmn.tests.ovs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vmn.generator.layout.HostLayout;
import org.vmn.runtime.network.Network;
import org.vmn.tests.lab.Ends;
import org.vmn.tests.lab.Frames;
import org.vmn.tests.lab.NeedsLab;
import org.vmn.tests.lab.Packet;

/** What guests may say of themselves, and how they find their neighbours. */
@NeedsLab("ovs")
@Timeout(60)
class GuardTest {
  private static final String A = "52:54:00:00:00:01";
  private static final String B = "52:54:00:00:00:02";
  private static final String A6 = "2001:db8::b";
  private static final String B6 = "2001:db8::c";
  private Network network;
  private Fabric fabric;

  @BeforeEach
  void start() {
    network =
        Nets.hosts(2)
            .tunnel("lan", 77, "10.0.0.0/24", "2001:db8::/64")
            .vms("a", 2, "lan")
            .vms("free", 1, true, "lan")
            .router("r", "lan")
            .allowByDefault()
            .build();
    fabric = new Fabric(network);
  }

  @AfterEach
  void stop() {
    if (fabric != null) {
      fabric.close();
    }
  }

  @Test
  void answersSolicitationsForRouters() {
    Packet answer = only(send(Frames.neighbourSolicitation(A, A6, "2001:db8::1"))).packet();
    String router = network.routers().getFirst().ports().getFirst().mac().toString();
    assertTrue(answer.intact());
    assertEquals("icmp6 2001:db8:0:0:0:0:0:1>2001:db8:0:0:0:0:0:b type 136", answer.toString());
    assertEquals(
        List.of(router, A, router, 255),
        List.of(answer.srcMac(), answer.dstMac(), answer.arpMac(), answer.ttl()));
  }

  @Test
  void directsSolicitationsToTheirTarget() {
    HostLayout.Adapter other = fabric.layout().hosts().get(1).adapters().getFirst();
    assertEquals(other.tap(), only(send(Frames.neighbourSolicitation(A, A6, B6))).tap());
    byte[] answer = Frames.neighbourAdvertisement(new Ends(B, B6, A, A6));
    List<Fabric.Arrival> back = fabric.send(fabric.layout().hosts().get(1), other.tap(), answer);
    assertEquals(fabric.layout().hosts().get(0).adapters().getFirst().tap(), only(back).tap());
    // Asking about itself brings nobody an answer, so its address is its own.
    assertEquals(List.of(), send(Frames.neighbourSolicitation(A, "::", A6)));
    assertEquals(List.of(), send(Frames.arpRequest(A, "0.0.0.0", "10.0.0.11")));
    assertEquals(List.of(), send(Frames.arpRequest(A, "10.0.0.11", "10.0.0.99")));
  }

  @Test
  void dropsWhatIsNotItsOwn() {
    assertEquals(List.of(), send(Frames.arpRequest(A, "10.0.0.12", "10.0.0.13")));
    assertEquals(List.of(), send(Frames.arpRequest(B, "10.0.0.11", "10.0.0.13")));
    assertEquals(List.of(), send(Frames.arpReply(new Ends(A, "10.0.0.1", B, "10.0.0.12"))));
    assertEquals(List.of(), send(Frames.neighbourAdvertisement(new Ends(A, "2001:db8::1", B, B6))));
    assertEquals(List.of(), send(Frames.neighbourSolicitation(A, B6, "2001:db8::1")));
    assertEquals(List.of(), send(Frames.udp(new Ends(A, "10.0.0.99", B, "10.0.0.12"), 1, 2, "x")));
    assertEquals(List.of(), send(Frames.udp(new Ends(B, "10.0.0.11", B, "10.0.0.12"), 1, 2, "x")));
    assertEquals(
        List.of(),
        send(Frames.vlan(77, Frames.udp(new Ends(A, "10.0.0.11", B, "10.0.0.12"), 1, 2, "x"))));
    assertEquals(List.of(), send(Frames.ethernet(A, B, 0x88cc, new byte[50])));
    assertEquals(1, send(Frames.udp(new Ends(A, "10.0.0.11", B, "10.0.0.12"), 1, 2, "x")).size());
  }

  @Test
  void keepsGuestsFromPlayingServer() {
    Ends ends = new Ends(A, "10.0.0.11", B, "10.0.0.12");
    assertEquals(List.of(), send(Frames.udp(ends, 67, 68, "offer")));
    Ends six = new Ends(A, A6, B, B6);
    assertEquals(List.of(), send(Frames.udp(six, 547, 546, "advertise")));
    assertEquals(List.of(), send(Frames.icmp(six, 134, 0, new byte[12])));
    assertEquals(List.of(), send(Frames.icmp(six, 137, 0, new byte[36])));
    assertEquals(
        List.of(),
        sendFree(
            Frames.icmp(new Ends("52:54:00:00:01:01", "fe80::1", B, B6), 134, 0, new byte[12])));
  }

  @Test
  void deliversOnlyToTheOwnerOfTheAddress() {
    assertEquals(List.of(), send(Frames.udp(new Ends(A, "10.0.0.11", B, "10.0.0.13"), 1, 2, "x")));
    assertEquals(
        List.of(),
        send(Frames.udp(new Ends(A, "10.0.0.11", Frames.BROADCAST, "10.0.0.255"), 1, 2, "x")));
    assertEquals(
        1,
        sendFree(Frames.udp(new Ends("02:00:00:00:00:77", "10.9.9.9", B, "10.0.0.12"), 1, 2, "x"))
            .size());
  }

  @Test
  void letsErrorsAboutConnectionsThrough() {
    HostLayout second = fabric.layout().hosts().get(1);
    Ends ends = new Ends(A, "10.0.0.11", B, "10.0.0.12");
    byte[] question = Frames.udp(ends, 5000, 53, "x");
    only(send(question));
    byte[] error = Frames.unreachable(ends.reversed(), question);
    Fabric.Arrival back = only(fabric.send(second, second.adapters().getFirst().tap(), error));
    assertEquals("icmp 10.0.0.12>10.0.0.11 type 3", back.packet().toString());
  }

  private List<Fabric.Arrival> send(byte[] frame) {
    HostLayout first = fabric.layout().hosts().get(0);
    return fabric.send(first, first.adapters().get(0).tap(), frame);
  }

  private List<Fabric.Arrival> sendFree(byte[] frame) {
    HostLayout first = fabric.layout().hosts().get(0);
    return fabric.send(first, first.adapters().get(1).tap(), frame);
  }

  private static Fabric.Arrival only(List<Fabric.Arrival> arrivals) {
    assertEquals(1, arrivals.size(), arrivals.toString());
    return arrivals.getFirst();
  }
}
