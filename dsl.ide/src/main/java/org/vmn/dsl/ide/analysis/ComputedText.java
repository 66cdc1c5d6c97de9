package org.vmn.dsl.ide.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EClass;
import org.vmn.dsl.vmn.VmnPackage.Literals;
import org.vmn.runtime.network.Addresses;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.network.Overlay;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.network.UplinkRef;
import org.vmn.runtime.value.IpRange;

/** The computed values of an element in lines of Markdown. */
final class ComputedText {
  private static final int MOST_NAMED = 6;

  private final Network network;

  private ComputedText(Network network) {
    this.network = network;
  }

  static List<String> of(Network network, EClass kind, String name) {
    ComputedText text = new ComputedText(network);
    if (kind.equals(Literals.VM)) {
      return find(network.machines(), Machine::name, name, text::machine);
    }
    if (kind.equals(Literals.SEGMENT)) {
      return find(network.segments(), Segment::name, name, text::segment);
    }
    if (kind.equals(Literals.ROUTER)) {
      return find(network.routers(), Router::name, name, text::router);
    }
    if (kind.equals(Literals.BALANCER)) {
      return find(network.balancers(), Balancer::name, name, text::balancer);
    }
    if (kind.equals(Literals.OVERLAY)) {
      return find(network.overlays(), Overlay::name, name, text::overlay);
    }
    return List.of();
  }

  private static <T> List<String> find(
      List<T> elements, Function<T, String> nameOf, String name, Function<T, List<String>> lines) {
    return elements.stream()
        .filter(element -> nameOf.apply(element).equals(name))
        .findFirst()
        .map(lines)
        .orElse(List.of());
  }

  private List<String> machine(Machine machine) {
    List<String> lines = new ArrayList<>();
    for (Nic nic : machine.nics()) {
      String addresses =
          nic.addresses().stream()
              .map(Addresses::ranges)
              .map(ComputedText::ranges)
              .collect(Collectors.joining(", "));
      lines.add(
          "%s on `%s`: %s, MAC %s, MTU %d"
              .formatted(
                  nic.name(),
                  nic.segment(),
                  addresses.isEmpty() ? "no address" : addresses,
                  code(range(nic.mac(), nic.mac(machine.count() - 1))),
                  mtu(nic.segment())));
    }
    Set<String> hosts = new LinkedHashSet<>();
    machine
        .placement()
        .blocks()
        .forEach(block -> block.hosts().forEach(host -> hosts.add("`" + host + "`")));
    lines.add("on " + some(List.copyOf(hosts)));
    return lines;
  }

  private List<String> segment(Segment segment) {
    List<String> lines = new ArrayList<>();
    if (!segment.subnets().isEmpty()) {
      lines.add(
          segment.subnets().stream().map(subnet -> code(subnet)).collect(Collectors.joining(", ")));
    }
    for (Router router : network.routers()) {
      for (Router.Port port : router.ports()) {
        if (port.segment().equals(segment.name())) {
          lines.add("`%s` is %s".formatted(router.name(), codes(port.addresses())));
        }
      }
    }
    lines.add(
        switch (segment.transport()) {
              case Segment.Local local -> "within one host";
              case Segment.Vlan vlan -> "VLAN " + vlan.id();
              case Segment.Tunnel tunnel ->
                  "VNI " + tunnel.vni() + " in `" + tunnel.overlay() + "`";
            }
            + ", MTU "
            + segment.mtu());
    long cards =
        network.machines().stream()
            .mapToLong(machine ->
                machine.count()
                    * machine.nics().stream()
                        .filter(nic -> nic.segment().equals(segment.name()))
                        .count())
            .sum();
    lines.add(cards == 1 ? "1 network card" : cards + " network cards");
    return lines;
  }

  private List<String> router(Router router) {
    List<String> lines = new ArrayList<>();
    for (Router.Port port : router.ports()) {
      lines.add(
          "`%s`: %s, MAC %s".formatted(port.segment(), codes(port.addresses()), code(port.mac())));
    }
    if (router.gateway() != null) {
      lines.add("to externals by way of `" + router.gateway() + "`");
    }
    return lines;
  }

  private List<String> balancer(Balancer balancer) {
    long targets =
        balancer.targets().stream().mapToLong(target -> target.last() - target.first() + 1).sum();
    return List.of(
        "on `%s`, MAC %s".formatted(balancer.segment(), code(balancer.mac())),
        (targets == 1 ? "1 target" : targets + " targets") + " on port " + balancer.targetPort());
  }

  private List<String> overlay(Overlay overlay) {
    return List.of(
        "over "
            + some(
                overlay.over().stream().map(UplinkRef::toString).map(ComputedText::code).toList()));
  }

  private int mtu(String segment) {
    return network.segments().stream()
        .filter(it -> it.name().equals(segment))
        .mapToInt(Segment::mtu)
        .findFirst()
        .orElse(0);
  }

  private static String ranges(List<IpRange> ranges) {
    return some(ranges.stream().map(it -> code(range(it.first(), it.last()))).toList());
  }

  private static String range(Object first, Object last) {
    return first.equals(last) ? first.toString() : first + "–" + last;
  }

  private static String some(List<String> all) {
    String shown = all.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
    return all.size() > MOST_NAMED ? shown + " and " + (all.size() - MOST_NAMED) + " more" : shown;
  }

  private static String codes(List<?> all) {
    return all.stream().map(ComputedText::code).collect(Collectors.joining(", "));
  }

  private static String code(Object value) {
    return "`" + value + "`";
  }
}
