package org.vmn.runtime.forward;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Claim.Kind;
import org.vmn.runtime.network.Element;
import org.vmn.runtime.network.FabricSwitch;
import org.vmn.runtime.network.Host;
import org.vmn.runtime.network.Link;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Overlay;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.network.Uplink;
import org.vmn.runtime.network.UplinkRef;

/**
 * The physical wiring as a graph of uplinks, switches and wires, for questions about what is left
 * of it when something fails. It says of two hosts what {@link Underlay} says, and by which way.
 */
public final class Wires {
  /** Where uplinks meet of which no wire is said; it doesn't fail. */
  private static final Node IDEAL = new Node(null, null);

  private final Network network;
  private final List<Kind> kinds;
  private final Map<Ref, List<Node>> uplinks = new HashMap<>();
  private final Map<Node, List<Wire>> wires = new LinkedHashMap<>();
  private final Map<Ends, List<Element>> ways = new HashMap<>();
  private final Map<Ends, Apart> apart = new HashMap<>();

  /**
   * An uplink (its host's, without a name where none is declared), a switch, or the ideal fabric.
   */
  private record Node(@Nullable UplinkRef uplink, @Nullable Ref device) {
    boolean isUp(Predicate<Element> down) {
      if (uplink != null) {
        return !down.test(new Element.OfUplink(uplink))
            && !down.test(new Element.OfHost(uplink.host()));
      }
      return device == null || !down.test(new Element.OfDevice(device));
    }

    void addTo(Collection<Element> elements) {
      if (uplink != null) {
        elements.add(new Element.OfHost(uplink.host()));
        if (!uplink.uplink().isEmpty()) {
          elements.add(new Element.OfUplink(uplink));
        }
      } else if (device != null) {
        elements.add(new Element.OfDevice(device));
      }
    }
  }

  /**
   * @param link its name, or null in the ideal fabric
   */
  private record Wire(Node to, @Nullable String link) {
    boolean isUp(Predicate<Element> down) {
      return link == null || !down.test(new Element.OfLink(link));
    }
  }

  private record Ends(Ref from, Ref to, String segment) {}

  /**
   * @param kinds what may fail
   */
  public Wires(Network network, Collection<Kind> kinds) {
    this.network = network;
    this.kinds = List.copyOf(kinds);
    for (Host host : network.hosts()) {
      for (int i = 0; i < host.replicas().count(); i++) {
        Ref ref = host.replicas().ref(host.name(), i);
        List<Node> own = new ArrayList<>();
        for (Uplink uplink : host.uplinks()) {
          own.add(new Node(new UplinkRef(ref, uplink.name()), null));
        }
        if (own.isEmpty()) {
          own.add(new Node(new UplinkRef(ref, ""), null));
        }
        uplinks.put(ref, own);
        if (network.links().isEmpty() || host.uplinks().isEmpty()) {
          own.forEach(node -> wire(node, IDEAL, null));
        }
      }
    }
    for (FabricSwitch fabric : network.fabric()) {
      for (int i = 0; i < fabric.replicas().count(); i++) {
        wires.put(new Node(null, fabric.replicas().ref(fabric.name(), i)), new ArrayList<>());
      }
    }
    for (Link link : network.links()) {
      wire(node(link.a()), node(link.b()), link.name());
    }
  }

  private static Node node(Link.End end) {
    return switch (end) {
      case Link.Port p -> new Node(p.uplink(), null);
      case Link.Device d -> new Node(null, d.device());
    };
  }

  private void wire(Node a, Node b, @Nullable String link) {
    wires.computeIfAbsent(a, n -> new ArrayList<>()).add(new Wire(b, link));
    wires.computeIfAbsent(b, n -> new ArrayList<>()).add(new Wire(a, link));
  }

  /** The uplinks of a host that carry a segment: those that are said to, or all. */
  private List<Node> carrying(Ref host, Segment segment) {
    List<Node> all = uplinks.getOrDefault(host, List.of());
    Set<UplinkRef> said = new LinkedHashSet<>();
    for (UplinkRef uplink : carriers(segment)) {
      if (uplink.host().equals(host)) {
        said.add(uplink);
      }
    }
    return said.isEmpty() ? all : all.stream().filter(n -> said.contains(n.uplink())).toList();
  }

  private List<UplinkRef> carriers(Segment segment) {
    return switch (segment.transport()) {
      case Segment.Local l -> List.of();
      case Segment.Vlan v -> v.on();
      case Segment.Tunnel t ->
          network.overlays().stream()
              .filter(o -> o.name().equals(t.overlay()))
              .map(Overlay::over)
              .findFirst()
              .orElse(List.of());
    };
  }

  List<UplinkRef> carriers(Ref host, Segment segment) {
    List<UplinkRef> found = new ArrayList<>();
    for (Node node : carrying(host, segment)) {
      if (node.uplink() != null) {
        found.add(node.uplink());
      }
    }
    return found;
  }

  /**
   * What a way between two hosts is made of, their own uplinks included; null when none is left.
   */
  @Nullable List<Element> way(Ref from, Ref to, Segment segment, Outage outage) {
    Ends ends = new Ends(from, to, segment.name());
    List<Element> usual = ways.get(ends);
    if (usual != null && usual.stream().noneMatch(outage::lists)) {
      return usual;
    }
    @Nullable List<Element> way = search(from, to, segment, outage::lists, true);
    if (way != null && usual == null) {
      ways.put(ends, way);
    }
    return way;
  }

  /**
   * @param past whether a way may lead past other hosts' uplinks
   */
  private @Nullable List<Element> search(
      Ref from, Ref to, Segment segment, Predicate<Element> down, boolean past) {
    Set<Node> goals = new LinkedHashSet<>(carrying(to, segment));
    Map<Node, Step> came = new HashMap<>();
    Deque<Node> open = new ArrayDeque<>();
    for (Node node : carrying(from, segment)) {
      if (node.isUp(down)) {
        came.put(node, new Step(null, null));
        open.add(node);
      }
    }
    while (!open.isEmpty()) {
      Node node = open.remove();
      if (goals.contains(node)) {
        return elements(node, came);
      }
      for (Wire wire : wires.getOrDefault(node, List.of())) {
        boolean allowed = past || wire.to().uplink() == null || goals.contains(wire.to());
        if (allowed && !came.containsKey(wire.to()) && wire.isUp(down) && wire.to().isUp(down)) {
          came.put(wire.to(), new Step(node, wire.link()));
          open.add(wire.to());
        }
      }
    }
    return null;
  }

  private record Step(@Nullable Node from, @Nullable String link) {}

  private static List<Element> elements(Node last, Map<Node, Step> came) {
    List<Element> way = new ArrayList<>();
    @Nullable Node node = last;
    while (node != null) {
      node.addTo(way);
      Step step = came.get(node);
      if (step != null && step.link() != null) {
        way.add(new Element.OfLink(step.link()));
      }
      node = step == null ? null : step.from();
    }
    return List.copyOf(way).reversed();
  }

  /** What makes an uplink lead off its host, or null when it doesn't. */
  @Nullable List<Element> out(UplinkRef uplink, Outage outage) {
    Node node = new Node(uplink, null);
    if (!node.isUp(outage::lists)) {
      return null;
    }
    for (Wire wire : wires.getOrDefault(node, List.of())) {
      if (wire.isUp(outage::lists) && wire.to().isUp(outage::lists)) {
        List<Element> way = new ArrayList<>();
        node.addTo(way);
        if (wire.link() != null) {
          way.add(new Element.OfLink(wire.link()));
        }
        wire.to().addTo(way);
        return way;
      }
    }
    return null;
  }

  /**
   * Ways between two hosts of which no two have anything in common that may fail, but the hosts
   * themselves: where less fails than there are, one is left (Menger).
   *
   * @param sure whether one of them has nothing that may fail
   */
  public record Apart(List<List<Element>> ways, boolean sure) {
    public Apart {
      ways = List.copyOf(ways);
    }

    /** Whether some way is left when so much has failed. */
    public boolean outlasts(int failures) {
      return sure || ways.size() > failures;
    }
  }

  /**
   * Found one after the other, shortest first: there may be more. Ways past other hosts are not
   * looked for.
   *
   * @param most ways to look for
   */
  public Apart apart(Ref from, Ref to, Segment segment, int most) {
    return apart.computeIfAbsent(
        new Ends(from, to, segment.name()), ends -> disjoint(from, to, segment, most));
  }

  private Apart disjoint(Ref from, Ref to, Segment segment, int most) {
    List<List<Element>> found = new ArrayList<>();
    Set<Element> used = new HashSet<>();
    while (found.size() < most) {
      @Nullable List<Element> way = search(from, to, segment, used::contains, false);
      if (way == null) {
        break;
      }
      found.add(way);
      boolean frail = false;
      for (Element element : way) {
        if (!(element instanceof Element.OfHost) && kinds.contains(Watch.kind(element))) {
          frail |= used.add(element);
        }
      }
      if (!frail) {
        return new Apart(found, true);
      }
    }
    return new Apart(found, false);
  }
}
