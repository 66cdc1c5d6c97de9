package org.vmn.runtime.forward;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a question.
 *
 * @param what the protocol and port, or the program; empty where nothing is said
 * @param sourcePort 0 where nothing is said
 */
record Asked(String from, String to, String what, int sourcePort) {
  private static final Pattern CONNECTION =
      Pattern.compile("\\s*(\\S+)\\s*->\\s*(\\S+)(?:\\s+:?\\s*(\\S+))?\\s*");

  /** As {@link Packet} writes itself. */
  private static final Pattern PACKET =
      Pattern.compile("\\s*(tcp|udp|icmp|other)\\s+(\\S+)\\s*->\\s*(\\S+)\\s*");

  private static final Pattern WITH_PORT = Pattern.compile("(?:\\[(.+)]|([^\\[\\]:]+)):(\\d{1,5})");

  static Asked parse(String text) {
    Matcher packet = PACKET.matcher(text);
    if (packet.matches()) {
      String port = port(packet.group(3));
      return new Asked(
          end(packet.group(2)),
          end(packet.group(3)),
          packet.group(1) + (port.isEmpty() ? "" : "/" + port),
          port(packet.group(2)).isEmpty() ? 0 : Integer.parseInt(port(packet.group(2))));
    }
    Matcher connection = CONNECTION.matcher(text);
    if (!connection.matches()) {
      throw new IllegalArgumentException(
          "`" + text + "` is not a connection such as `web[1] -> db[1] tcp/5432`");
    }
    String what = connection.group(3);
    return new Asked(connection.group(1), connection.group(2), what == null ? "" : what, 0);
  }

  private static String end(String text) {
    Matcher m = WITH_PORT.matcher(text);
    return !m.matches() ? text : m.group(1) != null ? m.group(1) : m.group(2);
  }

  private static String port(String text) {
    Matcher m = WITH_PORT.matcher(text);
    return m.matches() ? m.group(3) : "";
  }

  Asked between(String one, String other) {
    return new Asked(one, other, what, sourcePort);
  }
}
