package org.vmn.runtime.network;

import java.util.List;
import java.util.Locale;

/**
 * Which connections are meant: a union of matches.
 *
 * @param text as a person would write it: {@code postgres}, {@code 443/tcp}, {@code everything}
 */
public record Traffic(String text, List<Match> matches) {
  public static final Traffic EVERYTHING =
      new Traffic("everything", List.of(new Match(Protocol.ANY, 0, 65535)));

  public Traffic {
    matches = List.copyOf(matches);
  }

  /**
   * Transport protocols. ICMP stands for ICMPv6 between IPv6 addresses; ANY is every protocol of
   * IP, also those not listed.
   */
  public enum Protocol {
    ANY,
    TCP,
    UDP,
    ICMP;

    public boolean hasPorts() {
      return this == TCP || this == UDP;
    }
  }

  /**
   * A protocol, and for TCP and UDP a range of destination ports.
   *
   * @param firstPort 0 to 65535; 0 for protocols without ports
   * @param lastPort included; 65535 for protocols without ports
   */
  public record Match(Protocol protocol, int firstPort, int lastPort) {
    public Match {
      if (firstPort < 0 || lastPort > 65535 || firstPort > lastPort) {
        throw new IllegalArgumentException(firstPort + "-" + lastPort + " is not a range of ports");
      }
      if (!protocol.hasPorts() && (firstPort != 0 || lastPort != 65535)) {
        throw new IllegalArgumentException(
            "%s has no ports: expected 0 to 65535, found %d to %d"
                .formatted(protocol.name().toLowerCase(Locale.ROOT), firstPort, lastPort));
      }
    }
  }
}
