package org.vmn.generator.text;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Traffic;

/** Traffic for people: its name, and the ports that it stands for. */
public final class TrafficText {
  private TrafficText() {}

  /** {@code postgres (5432/tcp)}; {@code 443/tcp}; for null, what the destination itself says. */
  public static String of(@Nullable Traffic traffic) {
    if (traffic == null) {
      return "whatever they serve";
    }
    String ports = ports(traffic);
    return traffic.text().equals(ports) ? ports : traffic.text() + " (" + ports + ")";
  }

  /** {@code 443/tcp, 8000..8080/udp, icmp}. */
  public static String ports(Traffic traffic) {
    List<String> parts = traffic.matches().stream().map(TrafficText::match).toList();
    return String.join(", ", parts);
  }

  private static String match(Traffic.Match match) {
    String protocol = match.protocol().name().toLowerCase(Locale.ROOT);
    if (match.protocol() == Traffic.Protocol.ANY) {
      return "everything";
    }
    boolean all = match.firstPort() == 0 && match.lastPort() == 65535;
    if (!match.protocol().hasPorts() || all) {
      return protocol;
    }
    String range = match.firstPort() == match.lastPort() ? "" : ".." + match.lastPort();
    return match.firstPort() + range + "/" + protocol;
  }
}
