package org.vmn.runtime.forward;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Claim.Kind;
import org.vmn.runtime.network.Element;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.network.UplinkRef;

/**
 * What walks find to be up. As long as all of it is up, and whatever else fails, they go the same
 * way: what was down stays down, and hosts that were cut off stay so.
 */
public final class Watch {
  private final Wires wires;
  private final Collection<Kind> kinds;
  private final int most;
  private final Set<Element> seen = new LinkedHashSet<>();
  private final Set<Joined> joined = new LinkedHashSet<>();

  /** Two hosts that a packet went between on a segment. */
  public record Joined(Ref from, Ref to, Segment segment) {}

  /**
   * @param kinds what may fail: nothing else is noted
   * @param most how much may fail: hosts that more ways join than that stay joined
   */
  public Watch(Wires wires, Collection<Kind> kinds, int most) {
    this.wires = wires;
    this.kinds = List.copyOf(kinds);
    this.most = most;
  }

  /** What was seen to be up since it was last forgotten, in order. */
  public List<Element> seen() {
    return List.copyOf(seen);
  }

  /** All hosts that were found to be joined, in order. */
  public Set<Joined> joined() {
    return Collections.unmodifiableSet(joined);
  }

  /** What was seen to be up, not who was joined. */
  public void forget() {
    seen.clear();
  }

  void sees(Element up) {
    if (kinds.contains(kind(up))) {
      seen.add(up);
    }
  }

  boolean joins(Ref from, Ref to, Segment segment, Outage outage) {
    if (from.equals(to)) {
      return true;
    }
    joined.add(new Joined(from, to, segment));
    if (wires.apart(from, to, segment, most + 1).outlasts(most)) {
      return true;
    }
    @Nullable List<Element> way = wires.way(from, to, segment, outage);
    if (way == null) {
      return false;
    }
    way.forEach(this::sees);
    return true;
  }

  boolean leadsOut(Ref host, Segment segment, Outage outage) {
    for (UplinkRef uplink : wires.carriers(host, segment)) {
      @Nullable List<Element> out = wires.out(uplink, outage);
      if (out != null) {
        out.forEach(this::sees);
        return true;
      }
    }
    return false;
  }

  static Kind kind(Element element) {
    return switch (element) {
      case Element.OfHost e -> Kind.HOST;
      case Element.OfZone e -> Kind.HOST;
      case Element.OfMachine e -> Kind.MACHINE;
      case Element.OfUplink e -> Kind.LINK;
      case Element.OfLink e -> Kind.LINK;
      case Element.OfRouter e -> Kind.ROUTER;
      case Element.OfDevice e -> Kind.DEVICE;
    };
  }
}
