package org.vmn.tests.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Every frame that {@link Frames} makes is read back by {@link Packet}, checksums included. */
class FramesTest {
  private static final Ends V4 =
      new Ends("02:00:00:00:00:01", "10.0.0.1", "02:00:00:00:00:02", "10.0.0.2");
  private static final Ends V6 =
      new Ends("02:00:00:00:00:01", "fd00::1", "02:00:00:00:00:02", "fd00::2");

  @Test
  void readsBackWhatItMade() {
    assertReads("tcp 10.0.0.1:1024>10.0.0.2:80 S", Frames.tcp(V4, 1024, 80, "S"));
    assertReads(
        "tcp [fd00:0:0:0:0:0:0:1]:1024>[fd00:0:0:0:0:0:0:2]:80 PA",
        Frames.tcp(V6, 1024, 80, "PA", "odd"));
    assertReads("udp 10.0.0.1:68>10.0.0.2:67", Frames.udp(V4, 68, 67, "abc"));
    assertReads("icmp 10.0.0.1>10.0.0.2 type 8", Frames.ping(V4, 1, 1));
    assertReads("icmp6 fd00:0:0:0:0:0:0:1>fd00:0:0:0:0:0:0:2 type 128", Frames.ping(V6, 1, 1));
    assertReads(
        "arp who-has 10.0.0.9 tell 10.0.0.1",
        Frames.arpRequest(V4.srcMac(), "10.0.0.1", "10.0.0.9"));
    assertReads("arp 10.0.0.1 is-at 02:00:00:00:00:01", Frames.arpReply(V4));
    assertReads("vlan 7 udp 10.0.0.1:1>10.0.0.2:2", Frames.vlan(7, Frames.udp(V4, 1, 2, "")));
  }

  @Test
  void solicitsTheRightGroup() {
    Packet packet =
        Packet.of(Frames.neighbourSolicitation(V6.srcMac(), "fd00::1", "fd00::ab:cdef"));
    assertEquals("33:33:ff:ab:cd:ef", packet.dstMac());
    assertEquals("ff02:0:0:0:0:1:ffab:cdef", packet.dst());
    assertEquals(255, packet.ttl());
  }

  @Test
  void noticesABrokenChecksum() {
    byte[] frame = Frames.tcp(V4, 1024, 80, "S");
    frame[frame.length - 5] ^= 1;
    assertFalse(Packet.of(frame).intact());
  }

  private static void assertReads(String expected, byte[] frame) {
    Packet packet = Packet.of(frame);
    assertEquals(expected, packet.toString());
    assertTrue(packet.intact());
  }
}
