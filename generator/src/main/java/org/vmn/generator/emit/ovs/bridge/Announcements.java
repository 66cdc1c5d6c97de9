package org.vmn.generator.emit.ovs.bridge;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.vmn.generator.emit.ovs.plan.HostPlan;
import org.vmn.generator.emit.ovs.plan.NextHop;
import org.vmn.generator.emit.ovs.plan.Ports;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.Mac;

/**
 * Questions for the hardware addresses of gateways, which the gateway host asks on the wire under
 * the router's address.
 */
final class Announcements {
  private Announcements() {}

  /** A frame in hexadecimal digits, and the port that it goes out to. */
  record Question(Ip about, int port, String frame) {}

  static List<Question> of(HostPlan plan) {
    List<Question> questions = new ArrayList<>();
    for (NextHop hop : plan.nextHops()) {
      Segment segment = plan.segment(hop.entry().segment());
      Ip own = Forwarding.address(hop.router(), hop.entry().segment(), hop.via().family());
      String uplink = plan.topology().uplink(plan.here(), segment);
      boolean asks = plan.isGateway(hop.router()) && hop.external().mac() == null;
      if (asks
          && own != null
          && uplink != null
          && segment.transport() instanceof Segment.Vlan vlan) {
        Mac mac = plan.mac(hop.router());
        byte[] body = own.isV4() ? arp(mac, own, hop.via()) : solicitation(mac, own, hop.via());
        for (Ports.Patch patch : plan.ports().patches()) {
          if (patch.uplink().equals(uplink)) {
            String frame =
                HexFormat.of()
                    .formatHex(tagged(destination(hop.via()), mac, vlan.id(), own.isV4(), body));
            Question question = new Question(hop.via(), patch.port(), frame);
            if (!questions.contains(question)) {
              questions.add(question);
            }
          }
        }
      }
    }
    return questions;
  }

  private static Mac destination(Ip asked) {
    return asked.isV4() ? Mac.BROADCAST : new Mac(0x3333_ff00_0000L | asked.low() & 0xff_ffff);
  }

  private static byte[] tagged(Mac to, Mac from, int vlan, boolean v4, byte[] body) {
    ByteBuffer out = ByteBuffer.allocate(18 + body.length);
    mac(out, to);
    mac(out, from);
    out.putShort((short) 0x8100)
        .putShort((short) vlan)
        .putShort((short) (v4 ? 0x0806 : 0x86dd))
        .put(body);
    return out.array();
  }

  private static byte[] arp(Mac mac, Ip own, Ip asked) {
    ByteBuffer out = ByteBuffer.allocate(28);
    out.putShort((short) 1).putShort((short) 0x0800).putShort((short) 0x0604).putShort((short) 1);
    mac(out, mac);
    out.putInt((int) own.low());
    mac(out, new Mac(0));
    out.putInt((int) asked.low());
    return out.array();
  }

  private static byte[] solicitation(Mac mac, Ip own, Ip asked) {
    ByteBuffer out = ByteBuffer.allocate(72);
    out.putInt(0x6000_0000).putShort((short) 32).put((byte) 58).put((byte) 255);
    out.putLong(own.high()).putLong(own.low());
    out.putLong(0xff02_0000_0000_0000L).putLong(0x0000_0001_ff00_0000L | asked.low() & 0xff_ffff);
    out.put((byte) 135).put((byte) 0).putShort((short) 0).putInt(0);
    out.putLong(asked.high()).putLong(asked.low());
    out.put((byte) 1).put((byte) 1);
    mac(out, mac);
    out.putShort(42, (short) checksum(out));
    return out.array();
  }

  /** Of an IPv6 packet that holds 32 bytes of ICMPv6. */
  private static int checksum(ByteBuffer packet) {
    int sum = 32 + 58;
    for (int at = 8; at < packet.capacity(); at += 2) {
      sum += packet.getShort(at) & 0xffff;
    }
    while (sum >>> 16 != 0) {
      sum = (sum & 0xffff) + (sum >>> 16);
    }
    return ~sum & 0xffff;
  }

  private static void mac(ByteBuffer out, Mac mac) {
    out.putShort((short) (mac.bits() >>> 32)).putInt((int) mac.bits());
  }
}
