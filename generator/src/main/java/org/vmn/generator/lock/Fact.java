package org.vmn.generator.lock;

import java.util.Comparator;

/**
 * One thing that was chosen.
 *
 * @param network the network that it was chosen for
 * @param kind what it is
 * @param owner what it was chosen for, such as {@code web.front}
 * @param value as a text without blanks
 */
public record Fact(String network, Kind kind, String owner, String value)
    implements Comparable<Fact> {
  private static final Comparator<Fact> ORDER =
      Comparator.comparing(Fact::network)
          .thenComparing(Fact::kind)
          .thenComparing(Fact::owner)
          .thenComparing(Fact::value);

  /** What can be chosen. */
  public enum Kind {
    /** Ranges of addresses of an adapter or of a router's port, in order of the replicas. */
    ADDRESS,
    /** The first hardware address of a block. */
    MAC,
    /** The hosts that replicas are on. */
    PLACE,
    /** The slice of a pool that a segment has. */
    SUBNET,
    /** A host's own addresses, which tunnels run between. */
    UNDERLAY,
    /** A segment's number in tunnels. */
    VNI
  }

  @Override
  public int compareTo(Fact other) {
    return ORDER.compare(this, other);
  }
}
