package org.vmn.runtime.simulate;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Call;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.Event;
import org.vmn.runtime.network.Load;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Program;
import org.vmn.runtime.network.Protect;
import org.vmn.runtime.network.Scenario;
import org.vmn.runtime.network.Service;

/** Refuses at once what would take for ever, or can't happen. */
final class Bounds {
  private static final long NANOS = 1_000_000_000L;

  /** A year: in nanoseconds it leaves room for sums in 64 bits. */
  static final long LONGEST_NANOS = 366L * 24 * 3600 * NANOS;

  /** 1 TiB, as a payload. */
  private static final long MOST_BYTES = 1L << 40;

  private static final double MOST_CALLS = 1000;
  private static final long MOST_CLIENTS = 10_000_000;

  /** An answer takes that at least, for clients that don't think. */
  static final long SHORTEST_NANOS = 100_000;

  private final Network network;
  private final Scenario scenario;
  private final Options options;

  /** By program: requests that one request to it makes, with itself. */
  private final Map<String, Double> weights = new HashMap<>();

  private Bounds(Network network, Scenario scenario, Options options) {
    this.network = network;
    this.scenario = scenario;
    this.options = options;
  }

  static void check(Network network, Scenario scenario, Options options)
      throws SimulationException {
    new Bounds(network, scenario, options).check();
  }

  private static SimulationException no(Origin origin, String format, Object... values) {
    return new SimulationException(String.format(Locale.ROOT, format, values), origin);
  }

  private void check() throws SimulationException {
    if (scenario.durationNanos() < 1 || scenario.durationNanos() > LONGEST_NANOS) {
      throw no(
          scenario.origin(),
          "scenario `%s` lasts longer than a year, or no time at all",
          scenario.name());
    }
    if (scenario.warmupNanos() < 0 || scenario.warmupNanos() >= scenario.durationNanos()) {
      throw no(
          scenario.origin(), "scenario `%s` warms up for as long as it lasts", scenario.name());
    }
    double requests = copies();
    for (Load load : scenario.loads()) {
      requests += requests(load);
    }
    if (!(requests <= options.mostRequests())) {
      throw no(
          scenario.origin(),
          "scenario `%s` makes about %.0f requests; the most that is simulated is %d."
              + " Shorten it or lower its rates",
          scenario.name(),
          requests,
          options.mostRequests());
    }
    for (Event event : scenario.events()) {
      check(event);
    }
  }

  private double requests(Load load) throws SimulationException {
    return switch (load) {
      case Load.Requests r -> {
        sizes(r.requestBytes(), r.responseBytes(), r.service(), r.origin());
        yield RateCurve.of(r, scenario).expected() * weight(r.service(), r.origin(), 0);
      }
      case Load.Clients c -> {
        sizes(c.requestBytes(), c.responseBytes(), c.service(), c.origin());
        if (c.clients() > MOST_CLIENTS) {
          throw no(c.origin(), "%d clients; the most is %d", c.clients(), MOST_CLIENTS);
        }
        double turn = Math.max(SHORTEST_NANOS, c.thinkNanos());
        double turns = Math.ceil(scenario.durationNanos() / turn);
        yield turns * c.clients() * weight(c.service(), c.origin(), 0);
      }
      case Load.Transfers t -> {
        double pairs = size(t.from()) * size(t.to());
        yield pairs * rounds(t.everyNanos());
      }
    };
  }

  private double rounds(long everyNanos) {
    return everyNanos <= 0 ? 1 : Math.ceil((double) scenario.durationNanos() / everyNanos);
  }

  /** How many machines a set has at most. */
  private double size(Endpoints set) {
    double size = 0;
    for (Member member : set.include()) {
      size +=
          member instanceof Member.Machines m
              ? m.last() - m.first() + 1.0
              : network.machines().stream().mapToDouble(Machine::count).sum();
    }
    return size;
  }

  /** Copies of protected machines are work too. */
  private double copies() {
    double copies = 0;
    for (Machine machine : network.machines()) {
      Protect protect = machine.protect();
      copies += protect == null ? 0 : machine.count() * rounds(protect.everyNanos());
    }
    return copies;
  }

  private static void sizes(long request, long response, Service service, Origin origin)
      throws SimulationException {
    if (request > MOST_BYTES || response > MOST_BYTES) {
      throw no(origin, "a request or response of more than 1 TiB to `%s`", name(service));
    }
  }

  private static String name(Service service) {
    return switch (service) {
      case Service.AtBalancer at -> at.balancer();
      case Service.AtProgram at -> at.machine() + "." + at.program();
    };
  }

  /** How many requests one makes, with those that programs make for it. */
  private double weight(Service service, Origin origin, int depth) throws SimulationException {
    if (depth > network.machines().size() + network.balancers().size() + 1) {
      throw no(origin, "programs ask one another in a circle, through `%s`", name(service));
    }
    Double known = weights.get(name(service));
    if (known != null) {
      return known;
    }
    double most = 1;
    for (Program program : programs(service)) {
      double weight = 1;
      for (Call call : program.calls()) {
        sizes(call.requestBytes(), call.responseBytes(), call.service(), call.origin());
        if (!(call.perRequest() >= 0 && call.perRequest() <= MOST_CALLS)) {
          throw no(call.origin(), "%s calls for each request", call.perRequest());
        }
        weight += call.perRequest() * weight(call.service(), call.origin(), depth + 1);
      }
      most = Math.max(most, weight);
    }
    weights.put(name(service), most);
    return most;
  }

  private List<Program> programs(Service service) {
    return switch (service) {
      case Service.AtProgram at -> List.of(Programs.named(machine(at.machine()), at.program()));
      case Service.AtBalancer at -> {
        Balancer balancer =
            network.balancers().stream()
                .filter(b -> b.name().equals(at.balancer()))
                .findFirst()
                .orElseThrow();
        yield balancer.targets().stream()
            .map(Member.Machines::machine)
            .distinct()
            .map(name ->
                Programs.listening(machine(name), balancer.protocol(), balancer.targetPort()))
            .toList();
      }
    };
  }

  private Machine machine(String name) {
    return network.machines().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
  }

  private void check(Event event) throws SimulationException {
    switch (event) {
      case Event.ScaleTo e -> {
        Machine machine = machine(e.target());
        if (e.count() > machine.count()) {
          throw no(
              e.origin(),
              "can't scale `%s` to %d: only %d are declared",
              e.target(),
              e.count(),
              machine.count());
        }
      }
      case Event.Backup e -> {
        if (machine(e.machine().name()).protect() == null) {
          throw no(e.origin(), "`%s` has nowhere to be copied to: protect it first", e.machine());
        }
      }
      case Event.Impair e -> {
        if (!(e.loss() >= 0 && e.loss() <= 1)) {
          throw no(e.origin(), "a loss of %s", e.loss());
        }
      }
      default -> {}
    }
  }
}
