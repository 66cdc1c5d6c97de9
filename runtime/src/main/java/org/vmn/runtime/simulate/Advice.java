package org.vmn.runtime.simulate;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Expectation;
import org.vmn.runtime.network.Expectation.Subject;
import org.vmn.runtime.network.Scenario;

/** What to change so that an expectation is met, by what the run shows to stand in its way. */
final class Advice {
  private final World world;
  private final Scenario scenario;
  private final Figures figures;
  private final Bottleneck bottleneck;

  Advice(World world, Scenario scenario, Figures figures) {
    this.world = world;
    this.scenario = scenario;
    this.figures = figures;
    bottleneck = new Bottleneck(world, figures);
  }

  /**
   * @param measured null when there was nothing to measure
   */
  String of(Expectation expected, @Nullable Double measured) {
    Ledger ledger = figures.ledger(expected.subject());
    String name = Judge.name(expected.subject());
    return switch (expected.metric()) {
      case RPO ->
          measured == null
              ? failSomething("a host that carries one of `" + name + "`")
              : "copy it more often: a shorter `every` in `protect`";
      case RTO ->
          measured != null
              ? "it has to boot elsewhere: nothing is faster but a replica that runs already"
              : figures.takeovers().stream().anyMatch(t -> t.machine().name().equals(name))
                  ? "leave room for it on other hosts, or make the scenario longer"
                  : failSomething("a host that carries one of `" + name + "`");
      case UTILISATION -> utilisation(expected, measured, name);
      case LOSS, AVAILABILITY, THROUGHPUT, LATENCY, RECOVERY ->
          ledger == null ? noLoad(expected.subject(), name) : service(expected, ledger);
    };
  }

  private static String failSomething(String what) {
    return "let " + what + " fail in the scenario, as in `at 30 s fail kvm[1]`";
  }

  private String noLoad(Subject subject, String name) {
    if (!(subject instanceof Subject.OfBalancer || subject instanceof Subject.OfProgram)) {
      return "expect it of a balancer or a program, whom requests are sent to";
    }
    String asked =
        Stream.concat(figures.balancers().stream(), figures.programs().stream())
            .map(s -> "`" + s.name() + "`")
            .collect(Collectors.joining(", "));
    return "give the scenario a `load … -> "
        + name.replace(".", " : ")
        + " { 100 req/s }`"
        + (asked.isEmpty() ? "" : ", or expect it of what has one: " + asked);
  }

  private static String utilisation(Expectation expected, @Nullable Double measured, String name) {
    if (measured == null) {
      return "state the `cpu` of hosts or the `speed` of uplinks and links, and let a load go"
          + " there";
    }
    boolean wire =
        expected.subject() instanceof Subject.OfUplink
            || expected.subject() instanceof Subject.OfLink;
    String more = wire ? "more speed for `" : "more replicas or processors for `";
    return expected.below()
        ? more + name + "`, or less load"
        : "more load, or less than `" + name + "`";
  }

  private String service(Expectation expected, Ledger ledger) {
    boolean recovery = expected.metric() == Expectation.Metric.RECOVERY;
    if (recovery && !new Recovery(scenario).anyFailure()) {
      return failSomething("something");
    }
    boolean speed =
        expected.metric() == Expectation.Metric.LATENCY
            || expected.metric() == Expectation.Metric.THROUGHPUT && ledger.lossRatio() == 0;
    Loss most = ledger.mostFrequentLoss();
    if (speed && ledger.answered() || most == null) {
      return expected.metric() == Expectation.Metric.THROUGHPUT && !bottleneck.isFound()
          ? "the load asks for no more: raise its rate"
          : bottleneck.advice(expected.subject());
    }
    return loss(most, expected.subject());
  }

  private String loss(Loss loss, Subject subject) {
    return switch (loss) {
      case DENIED, UNREACHABLE -> refused(subject);
      case NO_CLIENT -> "give who asks an address of the service's family (IPv4 or IPv6)";
      case NO_TARGET -> "more replicas, spread over more hosts, so that some stay healthy";
      case TARGET_DOWN -> checks(subject);
      case TARGET_FAILED, CLIENT_FAILED ->
          "what is in work is lost with its machine: let who asks try again (`retries`)";
      case GATEWAY_DOWN ->
          "what comes from outside enters at one host: let another take over, `gateway on` in the"
              + " router; where one does, this is what came before it had";
      case LINK_DOWN -> "a second uplink or wire, so that one may fail";
      case LINK_LOSS -> "a better link, or none of the loss that the scenario gives it";
      case ROUTER_DOWN -> "a second router on the way";
      case QUARANTINED -> "nothing, while its machine is in quarantine; or more replicas";
      case CALL_FAILED ->
          "look at the programs that it calls; or a longer `timeout`, more `retries`";
      case QUEUE_FULL, LINK_FULL, TIMEOUT -> bottleneck.advice(subject);
    };
  }

  private String refused(Subject subject) {
    String name = Judge.name(subject);
    return Stream.concat(figures.balancers().stream(), figures.programs().stream())
        .filter(s -> s.name().equals(name))
        .flatMap(s -> s.refusals().stream())
        .findFirst()
        .map(r -> "permit it or lead it there: it is stopped at " + r.where() + ", " + r.what())
        .orElse("permit it, or lead it there");
  }

  private String checks(Subject subject) {
    Balancer balancer =
        world.network.balancers().stream()
            .filter(b -> b.name().equals(Judge.name(subject)))
            .findFirst()
            .orElse(null);
    if (balancer == null) {
      return "put a balancer with health checks in front of it";
    }
    return String.format(
        Locale.ROOT,
        "check more often than every %.0f s, %d in a row: a failure is noticed sooner",
        balancer.check().intervalNanos() / 1e9,
        balancer.check().failures());
  }

  /** The loss that occurred most. */
  static @Nullable Loss most(Map<Loss, Long> losses) {
    return losses.entrySet().stream()
        .max(Comparator.comparingLong(Map.Entry::getValue))
        .map(Map.Entry::getKey)
        .orElse(null);
  }
}
