package org.vmn.generator.elaborate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Fix;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.dsl.literals.Dimension;
import org.vmn.dsl.vmn.Dhcp;
import org.vmn.dsl.vmn.Dns;
import org.vmn.dsl.vmn.Isolated;
import org.vmn.dsl.vmn.Mtu;
import org.vmn.dsl.vmn.OnSwitch;
import org.vmn.dsl.vmn.OnUplinks;
import org.vmn.dsl.vmn.Vlan;
import org.vmn.dsl.vmn.Vni;
import org.vmn.generator.lock.Fact;
import org.vmn.generator.lock.Values;
import org.vmn.runtime.network.Host;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Overlay;
import org.vmn.runtime.network.Overlay.Encapsulation;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.network.Segment.Transport;
import org.vmn.runtime.network.Uplink;
import org.vmn.runtime.network.UplinkRef;
import org.vmn.runtime.network.VirtualSwitch;
import org.vmn.runtime.value.Prefix;

/** Segments and the overlays that carry them. */
final class SegmentPart {
  /** What the overlay is called that carries segments of several hosts which name no transport. */
  static final String DEFAULT_OVERLAY = "default";

  private static final int DEFAULT_MTU = 1500;

  /**
   * Bytes that tunnels add over an IPv4 underlay: outer Ethernet, IP, UDP and the tunnel's header
   * (RFC 7348; Geneve as OVN fills it).
   */
  private static final Map<Encapsulation, Integer> OVERHEAD =
      Map.of(Encapsulation.VXLAN, 50, Encapsulation.GENEVE, 58);

  /** By which IPv6's header is longer than that of IPv4 (RFC 8200). */
  private static final int IPV6_MORE = 20;

  private final Context context;
  private final List<Host> hosts;
  private final Map<String, VirtualSwitch> switches = new HashMap<>();
  private final Map<String, Uplink> uplinks = new HashMap<>();
  private final Map<String, Overlay> overlays = new LinkedHashMap<>();
  private final Map<Integer, Origin> vnis = new HashMap<>();
  private final Map<String, Origin> vlans = new HashMap<>();
  private final Set<List<Origin>> told = new HashSet<>();

  /** Numbers that segments had before. */
  private final Map<String, Integer> kept = new HashMap<>();

  SegmentPart(Context context, List<Host> hosts, List<VirtualSwitch> switches) {
    this.context = context;
    switches.forEach(s -> this.switches.put(s.name(), s));
    this.hosts = hosts;
    for (Fact fact : context.choices().kept(Fact.Kind.VNI)) {
      int id = Values.vni(fact.value());
      if (context.declares(fact.owner()) && !kept.containsValue(id)) {
        kept.putIfAbsent(fact.owner(), id);
      }
    }
    for (org.vmn.dsl.vmn.Segment segment : context.all(org.vmn.dsl.vmn.Segment.class).toList()) {
      Vni stated = first(segment, Vni.class);
      if (stated != null) {
        kept.values().remove(Integer.parseInt(stated.getId()));
      }
    }
    hosts.forEach(h -> h.uplinks().forEach(u -> uplinks.put(h.name() + "." + u.name(), u)));
  }

  /** Segments in order of declaration; overlays are asked for afterwards. */
  List<Segment> elaborate() {
    context.all(org.vmn.dsl.vmn.Overlay.class).forEach(o -> overlays.put(o.getName(), overlay(o)));
    Map<org.vmn.dsl.vmn.Segment, List<Prefix>> subnets = new SubnetAllocation(context).allocate();
    List<Segment> segments = new ArrayList<>();
    context
        .all(org.vmn.dsl.vmn.Segment.class)
        .forEach(s -> segments.add(segment(s, subnets.getOrDefault(s, List.of()))));
    return segments;
  }

  List<Overlay> overlays() {
    return List.copyOf(overlays.values());
  }

  private Overlay overlay(org.vmn.dsl.vmn.Overlay overlay) {
    List<UplinkRef> over =
        overlay.getOver().isEmpty()
            ? HostPart.firstUplinks(hosts)
            : Picks.uplinks(overlay.getOver());
    Encapsulation kind =
        Encapsulation.valueOf(overlay.getEncapsulation().getName().toUpperCase(Locale.ROOT));
    Origin origin = context.origin(overlay);
    Set<Object> seen = new HashSet<>();
    for (UplinkRef ref : over) {
      if (!seen.add(ref.host())) {
        context.report(
            Code.NO_TRANSPORT,
            origin,
            "overlay `" + overlay.getName() + "` names two uplinks of `" + ref.host() + "`");
      }
    }
    return new Overlay(overlay.getName(), kind, over, origin);
  }

  private Segment segment(org.vmn.dsl.vmn.Segment segment, List<Prefix> subnets) {
    OnSwitch on = first(segment, OnSwitch.class);
    Transport transport =
        transport(segment, on == null ? null : switches.get(on.getSwitch().getName()));
    int carried = carried(transport);
    int mtu = carried;
    for (Mtu stated : Context.properties(segment.getProperties(), Mtu.class)) {
      mtu = (int) Context.amount(stated.getValue(), Dimension.COUNT);
      if (mtu > carried) {
        context.report(
            Problem.of(
                    Code.MTU_TOO_SMALL,
                    context.origin(stated),
                    "`"
                        + segment.getName()
                        + "` wants packets of "
                        + mtu
                        + " bytes, and what carries it takes "
                        + carried)
                .help("leave `mtu` out: it is computed")
                .fix(Fix.certain("leave `mtu` out", context.origins().whole(stated), "")));
      }
    }
    return new Segment(
        segment.getName(),
        transport,
        subnets,
        mtu,
        first(segment, Isolated.class) != null,
        AddressServices.dhcp(first(segment, Dhcp.class)),
        AddressServices.dns(first(segment, Dns.class)),
        on == null ? null : on.getSwitch().getName(),
        context.origin(segment));
  }

  private Transport transport(org.vmn.dsl.vmn.Segment segment, @Nullable VirtualSwitch carrier) {
    Vlan vlan = first(segment, Vlan.class);
    OnUplinks on = first(segment, OnUplinks.class);
    if (isUntagged(segment) && on != null) {
      return untagged(segment, on);
    }
    if (vlan != null) {
      List<UplinkRef> uplinksOf =
          on != null
              ? Picks.uplinks(on.getUplinks())
              : carrier == null || carrier.uplinks().isEmpty()
                  ? HostPart.firstUplinks(hosts)
                  : carrier.uplinks();
      int id = Integer.parseInt(vlan.getId());
      uplinksOf.forEach(u -> claimVlan(segment, context.origin(vlan), u, id));
      agree(segment, context.origin(vlan), uplinksOf, id);
      return new Segment.Vlan(id, uplinksOf);
    }
    if (segment.getOverlay() != null) {
      return new Segment.Tunnel(segment.getOverlay().getName(), vni(segment));
    }
    return HostPart.refs(hosts).size() == 1 ? new Segment.Local() : implicit(segment);
  }

  /** Whether a segment is on wires and names no VLAN. */
  static boolean isUntagged(org.vmn.dsl.vmn.Segment segment) {
    return segment.getOverlay() == null
        && first(segment, OnUplinks.class) != null
        && first(segment, Vlan.class) == null;
  }

  /** The segment has the native VLAN of its uplinks. */
  private Transport untagged(org.vmn.dsl.vmn.Segment segment, OnUplinks on) {
    List<UplinkRef> refs = Picks.uplinks(on.getUplinks());
    Integer id = nativeVlan(refs.get(0));
    int number = id == null ? 0 : id;
    refs.forEach(u -> claimVlan(segment, context.origin(on), u, number));
    agree(segment, context.origin(on), refs, number);
    return new Segment.Vlan(number, refs);
  }

  /** The VLAN has a tag on all of its wires, or on none. */
  private void agree(org.vmn.dsl.vmn.Segment segment, Origin origin, List<UplinkRef> on, int vlan) {
    Map<Boolean, List<UplinkRef>> byTag =
        on.stream().collect(Collectors.partitioningBy(u -> !Objects.equals(nativeVlan(u), vlan)));
    List<UplinkRef> tagged = byTag.getOrDefault(true, List.of());
    List<UplinkRef> bare = byTag.getOrDefault(false, List.of());
    if (tagged.isEmpty() || bare.isEmpty()) {
      return;
    }
    context.report(
        Problem.of(
                Code.NATIVE_MISMATCH,
                origin,
                "`%s` has no tag on `%s`, and tag %d on `%s`"
                    .formatted(segment.getName(), bare.get(0), vlan, tagged.get(0)))
            .label(uplinkOrigin(bare.get(0)), "`" + bare.get(0) + "` is declared here")
            .label(uplinkOrigin(tagged.get(0)), "`" + tagged.get(0) + "` is declared here")
            .help(
                "give all uplinks of a segment the same `native`, such as `native " + vlan + "`"));
  }

  private @Nullable Integer nativeVlan(UplinkRef ref) {
    Uplink uplink = uplinks.get(ref.host().name() + "." + ref.uplink());
    return uplink == null ? null : uplink.nativeVlan();
  }

  private Origin uplinkOrigin(UplinkRef ref) {
    Uplink uplink = uplinks.get(ref.host().name() + "." + ref.uplink());
    return uplink == null ? Origin.NONE : uplink.origin();
  }

  private Transport implicit(org.vmn.dsl.vmn.Segment segment) {
    List<UplinkRef> over = HostPart.firstUplinks(hosts);
    if (over.isEmpty()) {
      context.report(
          Problem.of(
                  Code.NO_TRANSPORT,
                  context.origin(segment),
                  "`"
                      + segment.getName()
                      + "` has machines on several hosts, and nothing carries it between them")
              .help("give every host an `uplink`, or the segment a `vlan`"));
      return new Segment.Local();
    }
    overlays.putIfAbsent(
        DEFAULT_OVERLAY, new Overlay(DEFAULT_OVERLAY, Encapsulation.VXLAN, over, Origin.NONE));
    return new Segment.Tunnel(DEFAULT_OVERLAY, vni(segment));
  }

  private void claimVlan(org.vmn.dsl.vmn.Segment segment, Origin origin, UplinkRef uplink, int id) {
    Origin before = vlans.putIfAbsent(uplink + "/" + id, origin);
    // All replicas of a host tell the same.
    if (before != null && !before.equals(origin) && told.add(List.of(before, origin))) {
      context.report(
          Problem.of(
                  Code.DUPLICATE_VLAN,
                  origin,
                  "`"
                      + segment.getName()
                      + "` and another segment both have VLAN "
                      + id
                      + (Objects.equals(nativeVlan(uplink), id) ? ", which has no tag," : "")
                      + " on `"
                      + uplink
                      + "`")
              .label(before, "first used here")
              .help("take another VLAN, or another uplink"));
    }
  }

  private int vni(org.vmn.dsl.vmn.Segment segment) {
    Vni stated = first(segment, Vni.class);
    Origin origin = stated == null ? context.origin(segment) : context.origin(stated);
    if (stated != null) {
      int id = Integer.parseInt(stated.getId());
      Origin before = vnis.putIfAbsent(id, origin);
      if (before != null) {
        context.report(
            Problem.of(
                    Code.DUPLICATE_VLAN,
                    origin,
                    "`" + segment.getName() + "` and another segment both have VNI " + id)
                .label(before, "first used here")
                .help("leave `vni` out: one that is free is chosen"));
      }
      return id;
    }
    int id = kept.getOrDefault(segment.getName(), 0);
    for (int attempt = 0; id == 0 || vnis.containsKey(id); attempt++) {
      id = (int) (context.hash("vni", segment.getName(), Integer.toString(attempt)) >>> 40);
      id = kept.containsValue(id) ? 0 : id;
    }
    vnis.put(id, origin);
    context.choices().chose(Fact.Kind.VNI, segment.getName(), Integer.toString(id));
    return id;
  }

  /** The largest packet that the wires below carry for it. */
  private int carried(Transport transport) {
    return switch (transport) {
      case Segment.Local local -> DEFAULT_MTU;
      case Segment.Vlan vlan -> least(vlan.on(), uplink -> 0);
      case Segment.Tunnel tunnel -> {
        Overlay overlay = overlays.get(tunnel.overlay());
        yield overlay == null
            ? DEFAULT_MTU
            : least(overlay.over(), u -> isOverIpv6(u) ? IPV6_MORE : 0)
                - OVERHEAD.getOrDefault(overlay.encapsulation(), 0);
      }
    };
  }

  private static boolean isOverIpv6(Uplink uplink) {
    return !uplink.underlay().subnet().address().isV4();
  }

  /**
   * @param taken bytes of each packet that are no guest's, by the uplink
   */
  private int least(List<UplinkRef> refs, ToIntFunction<Uplink> taken) {
    return refs.stream()
        .map(r -> uplinks.get(r.host().name() + "." + r.uplink()))
        .filter(u -> u != null)
        .mapToInt(u -> u.mtu() - taken.applyAsInt(u))
        .min()
        .orElse(DEFAULT_MTU);
  }

  private static <T> @Nullable T first(org.vmn.dsl.vmn.Segment segment, Class<T> kind) {
    List<T> all = Context.properties(segment.getProperties(), kind);
    return all.isEmpty() ? null : all.get(0);
  }
}
