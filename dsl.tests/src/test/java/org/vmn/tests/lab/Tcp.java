package org.vmn.tests.lab;

/** The bytes of TCP segments. */
final class Tcp {
  private static final String FLAGS = "FSRPAU";

  private Tcp() {}

  static byte[] segment(int srcPort, int dstPort, String flags, byte[] payload) {
    int bits = 0;
    for (char flag : flags.toCharArray()) {
      bits |= 1 << FLAGS.indexOf(flag);
    }
    // Fixed sequence numbers: the dummy datapath's tracker starts from whatever it sees first.
    int sequence = flags.contains("S") ? 1000 : 1001;
    int acknowledged = flags.contains("A") ? 1001 : 0;
    return Wire.join(
        Wire.u16(srcPort, dstPort, 0, sequence, 0, acknowledged, 0x5000 | bits, 0xffff, 0, 0),
        payload);
  }

  static String flags(int bits) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < FLAGS.length(); i++) {
      if ((bits >> i & 1) == 1) {
        text.append(FLAGS.charAt(i));
      }
    }
    return text.toString();
  }
}
