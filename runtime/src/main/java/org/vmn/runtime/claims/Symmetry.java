package org.vmn.runtime.claims;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.explore.Cuts;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.forward.Outage;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.network.Claim.Kind;
import org.vmn.runtime.network.Element;
import org.vmn.runtime.network.FabricSwitch;
import org.vmn.runtime.network.Host;
import org.vmn.runtime.network.Link;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Uplink;
import org.vmn.runtime.network.UplinkRef;

/**
 * Which failures are alike. Hosts are interchangeable that carry as many replicas of each class,
 * are wired alike and hold the gateway of nothing; so are the replicas of a class on one host.
 * Exchanging them changes no table and nothing that the claim says, so one stands for all. After
 * each failure the question is asked again, of what is left.
 */
final class Symmetry {
  private final Network network;
  private final Forwarding whole;
  private final Crowd crowd;
  private final List<Kind> kinds;

  /** More replicas of a class on a host than this can't be told from this many. */
  private final int enough;

  private final Map<Ref, String> fixed = new LinkedHashMap<>();
  private final Map<Ref, List<UplinkRef>> uplinks = new HashMap<>();

  /** Signatures of hosts of which everything is up. */
  private final Map<Ref, String> intact = new HashMap<>();

  Symmetry(Forwarding whole, Cuts cuts, Claim.UnderFailures claim) {
    this.whole = whole;
    network = whole.network();
    crowd = new Crowd(whole, cuts, claim.claim());
    kinds = claim.kinds();
    // Two of a class must be left for it to be tried against itself.
    enough = claim.count() + 2;
    Roles roles = new Roles(network);
    for (Host host : network.hosts()) {
      for (int i = 0; i < host.replicas().count(); i++) {
        Ref ref = host.replicas().ref(host.name(), i);
        fixed.put(ref, roles.of(ref));
        uplinks.put(
            ref,
            host.uplinks().stream().map(Uplink::name).map(u -> new UplinkRef(ref, u)).toList());
      }
    }
  }

  /** One element of each class of those that are still up, in order of declaration. */
  List<Element> candidates(List<Element> failed) {
    Outage outage = whole.without(failed).outage();
    Set<Ref> touched = touched(failed);
    Map<String, Ref> hosts = new LinkedHashMap<>();
    fixed.keySet().stream()
        .filter(h -> !outage.host(h))
        .forEach(h -> hosts.putIfAbsent(signature(h, outage, touched), h));
    List<Element> found = new ArrayList<>();
    for (Kind kind : kinds) {
      switch (kind) {
        case HOST -> hosts.values().forEach(h -> found.add(new Element.OfHost(h)));
        case LINK -> links(hosts.values(), outage, found);
        case MACHINE -> hosts.values().forEach(h -> machines(h, outage, found));
        case ROUTER ->
            network.routers().stream()
                .map(Router::name)
                .filter(r -> !outage.router(r))
                .forEach(r -> found.add(new Element.OfRouter(r)));
        case DEVICE -> devices(outage, found);
      }
    }
    return found;
  }

  /**
   * The elements that can take the place of one while nothing is down, itself among them, in order
   * of declaration.
   *
   * @param most machines of a class on a host
   */
  List<Element> alike(Element element, int most) {
    return switch (element) {
      case Element.OfHost e ->
          hostsLike(e.host()).stream().<Element>map(Element.OfHost::new).toList();
      case Element.OfUplink e -> {
        int number = uplinks(e.uplink().host()).indexOf(e.uplink());
        yield hostsLike(e.uplink().host()).stream()
            .<Element>map(h -> new Element.OfUplink(uplinks(h).get(number)))
            .toList();
      }
      case Element.OfMachine e -> {
        Ref host = hostOf(e.machine());
        yield IntStream.range(0, crowd.bands())
            .filter(band -> crowd.first(host, band, most).contains(e.machine()))
            .boxed()
            .flatMap(
                band -> hostsLike(host).stream().flatMap(h -> crowd.first(h, band, most).stream()))
            .<Element>map(Element.OfMachine::new)
            .toList();
      }
      default -> List.of(element);
    };
  }

  private List<Ref> hostsLike(Ref host) {
    Outage nothing = whole.outage();
    String signature = signature(host, nothing, Set.of());
    return fixed.keySet().stream()
        .filter(h -> signature(h, nothing, Set.of()).equals(signature))
        .toList();
  }

  private Ref hostOf(Ref machine) {
    return whole.sets().machine(machine.name()).placement().hostOf(machine.offset());
  }

  private void links(Iterable<Ref> hosts, Outage outage, List<Element> found) {
    for (Ref host : hosts) {
      for (UplinkRef uplink : uplinks(host)) {
        if (!outage.uplink(uplink)) {
          found.add(new Element.OfUplink(uplink));
        }
      }
    }
    // Wires to switches are few; each is tried.
    for (Link link : network.links()) {
      if (!outage.link(link.name())) {
        found.add(new Element.OfLink(link.name()));
      }
    }
  }

  private void devices(Outage outage, List<Element> found) {
    for (FabricSwitch fabric : network.fabric()) {
      for (int i = 0; i < fabric.replicas().count(); i++) {
        Ref device = fabric.replicas().ref(fabric.name(), i);
        if (!outage.device(device)) {
          found.add(new Element.OfDevice(device));
        }
      }
    }
  }

  private void machines(Ref host, Outage outage, List<Element> found) {
    for (int band = 0; band < crowd.bands(); band++) {
      @Nullable Ref up =
          crowd.first(host, band, enough).stream()
              .filter(m -> !isDown(m, outage))
              .findFirst()
              .orElse(null);
      if (up != null) {
        found.add(new Element.OfMachine(up));
      }
    }
  }

  private static boolean isDown(Ref machine, Outage outage) {
    return outage.lists(new Element.OfMachine(machine));
  }

  /** The same for two sets of failures that the network can't tell apart. */
  String signature(List<Element> failed) {
    Outage outage = whole.without(failed).outage();
    Set<Ref> touched = touched(failed);
    Map<String, Integer> hosts = new TreeMap<>();
    fixed.keySet().stream()
        .filter(h -> !outage.host(h))
        .forEach(h -> hosts.merge(signature(h, outage, touched), 1, Integer::sum));
    List<String> others =
        failed.stream()
            .filter(e ->
                e instanceof Element.OfRouter
                    || e instanceof Element.OfLink
                    || e instanceof Element.OfDevice)
            .map(Elements::name)
            .sorted()
            .toList();
    return hosts + " " + others;
  }

  /** The hosts that something failed on; all where wires have. */
  private Set<Ref> touched(List<Element> failed) {
    Set<Ref> touched = new HashSet<>();
    for (Element element : failed) {
      switch (element) {
        case Element.OfHost e -> touched.add(e.host());
        case Element.OfUplink e -> touched.add(e.uplink().host());
        case Element.OfMachine e -> touched.add(hostOf(e.machine()));
        case Element.OfRouter e -> {}
        default -> touched.addAll(fixed.keySet());
      }
    }
    return touched;
  }

  private String signature(Ref host, Outage outage, Set<Ref> touched) {
    return touched.contains(host)
        ? signature(host, outage)
        : intact.computeIfAbsent(host, h -> signature(h, outage));
  }

  private String signature(Ref host, Outage outage) {
    StringBuilder text = new StringBuilder(fixed.getOrDefault(host, ""));
    for (UplinkRef uplink : uplinks(host)) {
      text.append(outage.uplink(uplink) ? '-' : '+');
    }
    for (int band = 0; band < crowd.bands(); band++) {
      int down =
          (int) crowd.first(host, band, enough).stream().filter(m -> isDown(m, outage)).count();
      text.append(' ').append(Math.min(crowd.on(host, band), enough) - down);
    }
    return text.toString();
  }

  private List<UplinkRef> uplinks(Ref host) {
    return uplinks.getOrDefault(host, List.of());
  }
}
