package org.vmn.generator.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.vmn.generator.text.Figures;
import org.vmn.generator.text.Ranges;
import org.vmn.generator.text.Table;
import org.vmn.generator.text.TrafficText;
import org.vmn.runtime.network.Chain;
import org.vmn.runtime.network.Firewall;
import org.vmn.runtime.network.Link;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Monitor;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Policy;
import org.vmn.runtime.network.Router;

/** What packets meet on their way besides segments and routers, and what keeps machines going. */
final class Steering {
  private static final int MOST_WIRES = 50;

  private Steering() {}

  static List<Section> sections(Network network, Function<Origin, String> shown) {
    return List.of(
        new Section("Wires", wires(network)),
        new Section("Addresses outside that lead to machines", translations(network, shown)),
        new Section(
            "Firewalls, of whose rules the first that matches decides", firewalls(network, shown)),
        new Section("Chains", chains(network, shown)),
        new Section("Machines that scale, are protected or cut off", lives(network)),
        new Section("Monitors", monitors(network)));
  }

  private static List<String> wires(Network network) {
    Table table = Table.of("between", "and", "speed", "one way", "lost");
    for (Link link : network.links().stream().limit(MOST_WIRES).toList()) {
      table.row(
          end(link.a()),
          end(link.b()),
          link.bitsPerSecond() == 0 ? "not limited" : Figures.bits(link.bitsPerSecond()),
          Figures.time(link.latencyNanos()),
          link.loss() == 0 ? "" : Figures.percent(link.loss()));
    }
    List<String> lines = new ArrayList<>(table.lines());
    if (network.links().size() > MOST_WIRES) {
      lines.add("and " + Figures.of(network.links().size() - MOST_WIRES, "more wire"));
    }
    return lines;
  }

  private static String end(Link.End end) {
    return switch (end) {
      case Link.Port port -> port.uplink().toString();
      case Link.Device device -> device.device().toString();
    };
  }

  private static List<String> translations(Network network, Function<Origin, String> shown) {
    Table table = Table.of("address", "leads to", "by", "");
    for (Router router : network.routers()) {
      for (Router.Floating floating : router.floating()) {
        table.row(
            floating.address(),
            floating.machine() + " (" + floating.inside() + "), both ways",
            router.name(),
            shown.apply(floating.origin()));
      }
      for (Router.Dnat dnat : router.dnat()) {
        String protocol = dnat.protocol().name().toLowerCase(Locale.ROOT);
        table.row(
            dnat.address() + ":" + dnat.port() + "/" + protocol,
            dnat.machine() + " (" + dnat.inside() + ":" + dnat.insidePort() + ")",
            router.name(),
            shown.apply(dnat.origin()));
      }
    }
    return table.lines();
  }

  private static List<String> firewalls(Network network, Function<Origin, String> shown) {
    List<String> lines = new ArrayList<>();
    for (Firewall firewall : network.firewalls()) {
      String place = firewall.router() == null ? firewall.external() : firewall.router();
      lines.add(firewall.name() + " on " + place);
      Table rules = Table.of("", "", "", "", "");
      for (Firewall.Rule rule : firewall.rules()) {
        rules.row(
            rule.action() == Policy.Action.ALLOW ? "allowed" : "denied",
            rule.from().text(),
            "to " + rule.to().text(),
            (rule.traffic() == null ? "everything" : TrafficText.of(rule.traffic()))
                + (rule.log() ? ", logged" : ""),
            shown.apply(rule.origin()));
      }
      rules.row(firewall.allowByDefault() ? "allowed" : "denied", "all else", "", "", "");
      rules.lines().forEach(l -> lines.add("  " + l));
    }
    return lines;
  }

  private static List<String> chains(Network network, Function<Origin, String> shown) {
    Table table = Table.of("chain", "takes", "through", "without a working machine", "");
    for (Chain chain : network.chains()) {
      String traffic = chain.traffic() == null ? "" : " on " + TrafficText.of(chain.traffic());
      List<String> stages =
          chain.stages().stream()
              .map(s ->
                  String.join(
                      ", ",
                      s.instances().stream().map(Member.Machines::machine).distinct().toList()))
              .toList();
      table.row(
          chain.name(),
          chain.from().text() + " to " + chain.to().text() + traffic,
          String.join(", then ", stages),
          chain.failOpen() ? "goes on" : "is dropped",
          shown.apply(chain.origin()));
    }
    return table.lines();
  }

  private static List<String> lives(Network network) {
    Table table = Table.of("", "");
    for (Machine machine : network.machines()) {
      if (machine.scale() != null) {
        table.row(
            machine.name(),
            "%d to %d run: one more above %s of processors, one less below %s"
                .formatted(
                    machine.scale().least(),
                    machine.count(),
                    Figures.percent(machine.scale().above()),
                    Figures.percent(machine.scale().below())));
      }
      if (machine.protect() != null) {
        table.row(
            machine.name(),
            "copied every %s to %s; at most %s of work lost, back within %s"
                .formatted(
                    Figures.time(machine.protect().everyNanos()),
                    Ranges.refs(machine.protect().to()),
                    Figures.time(machine.protect().rpoNanos()),
                    Figures.time(machine.protect().rtoNanos())));
      }
      if (machine.quarantined()) {
        table.row(machine.name(), "cut off: nothing to it or from it passes");
      }
    }
    return table.lines();
  }

  private static List<String> monitors(Network network) {
    Table table = Table.of("monitor", "watches", "every", "tells when this does not hold");
    for (Monitor monitor : network.monitors()) {
      table.row(
          monitor.name(),
          monitor.watched().text(),
          Figures.time(monitor.intervalNanos()),
          String.join("; ", monitor.alerts().stream().map(a -> a.text()).toList()));
    }
    return table.lines();
  }
}
