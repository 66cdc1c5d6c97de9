package org.vmn.generator.lock;

import java.util.Locale;

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
  /** What can be chosen. */
  public enum Kind {
    /** Ranges of addresses of an adapter or of a router's port, in order of the replicas. */
    ADDRESS,
    /** The first hardware address of a block. */
    MAC,
    /** The hosts that replicas are on. */
    PLACE,
    /** The numbers of an adapter's switch ports, on a host, in order of the replicas there. */
    PORT,
    /** The slice of a pool that a segment has. */
    SUBNET,
    /** A host's own addresses, which tunnels run between. */
    UNDERLAY,
    /** A segment's number in tunnels. */
    VNI;

    /** As it is written. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** By network, kind, owner, value. */
  @Override
  public int compareTo(Fact other) {
    int order = network.compareTo(other.network);
    order = order != 0 ? order : kind.compareTo(other.kind);
    order = order != 0 ? order : owner.compareTo(other.owner);
    return order != 0 ? order : value.compareTo(other.value);
  }
}
