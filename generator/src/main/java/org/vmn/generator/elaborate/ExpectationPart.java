package org.vmn.generator.elaborate;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.dsl.literals.Dimension;
import org.vmn.dsl.vmn.Balancer;
import org.vmn.dsl.vmn.Host;
import org.vmn.dsl.vmn.Metric;
import org.vmn.dsl.vmn.Program;
import org.vmn.dsl.vmn.Relation;
import org.vmn.dsl.vmn.Target;
import org.vmn.dsl.vmn.Vm;
import org.vmn.runtime.network.Expectation;
import org.vmn.runtime.network.Expectation.Subject;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Service;

/** Bounds on figures, in scenarios and of monitors. */
final class ExpectationPart {
  private static final Set<Metric> OF_SERVICES =
      Set.of(Metric.LATENCY, Metric.LOSS, Metric.THROUGHPUT, Metric.RECOVERY);

  private static final double MILLI = 1000;
  private static final double MILLIONTH = 1e6;

  private final Context context;
  private final Elements elements;
  private final ServiceResolver services;

  ExpectationPart(Context context, Elements elements, ServiceResolver services) {
    this.context = context;
    this.elements = elements;
    this.services = services;
  }

  @Nullable Expectation expectation(org.vmn.dsl.vmn.Expectation e) {
    Origin origin = context.origins().whole(e);
    Subject subject = subject(e, origin);
    Expectation.Metric metric =
        Expectation.Metric.valueOf(e.getMetric().getName().toUpperCase(Locale.ROOT));
    double bound =
        switch (metric) {
          case LATENCY, RECOVERY, RPO, RTO -> Context.amount(e.getBound(), Dimension.TIME);
          case LOSS, AVAILABILITY, UTILISATION ->
              Context.amount(e.getBound(), Dimension.FRACTION) / MILLIONTH;
          case THROUGHPUT -> Context.amount(e.getBound(), Dimension.REQUESTS) / MILLI;
        };
    boolean below = e.getRelation() == Relation.LT || e.getRelation() == Relation.LE;
    boolean inclusive = e.getRelation() == Relation.LE || e.getRelation() == Relation.GE;
    return subject == null
        ? null
        : new Expectation(
            SetResolver.text(e).replaceFirst("^expect ", ""),
            metric,
            percentile(e),
            subject,
            bound,
            below,
            inclusive,
            origin);
  }

  private @Nullable Subject subject(org.vmn.dsl.vmn.Expectation e, Origin origin) {
    if (e.getWire() != null) {
      List<String> links = elements.links(e.getWire().getA(), e.getWire().getB(), origin);
      if (links.size() > 1) {
        context.report(Code.NO_SUCH_REPLICA, origin, "one link is meant, and these are several");
      }
      return links.isEmpty() ? null : new Subject.OfLink(links.get(0));
    }
    Target target = e.getSubject();
    if (target.getUplink() != null) {
      return new Subject.OfUplink(Ends.uplinks(target).get(0));
    }
    return switch (target.getRef()) {
      case Balancer balancer -> new Subject.OfBalancer(balancer.getName());
      case Host host -> new Subject.OfHost(host.getName());
      case Vm vm when e.getProgram() == null ->
          OF_SERVICES.contains(e.getMetric())
              ? only(vm, origin)
              : new Subject.OfMachine(vm.getName());
      case Vm vm ->
          services.resolve(vm, e.getProgram(), origin) instanceof Service.AtProgram at
              ? new Subject.OfProgram(at.machine(), at.program())
              : null;
      default -> null;
    };
  }

  /** The program that a machine stands for where requests are measured: the only one it runs. */
  private @Nullable Subject only(Vm vm, Origin origin) {
    List<String> programs =
        Context.properties(vm.getProperties(), Program.class).stream()
            .map(Program::getName)
            .toList();
    if (programs.size() == 1) {
      return new Subject.OfProgram(vm.getName(), programs.get(0));
    }
    String of = "`" + vm.getName() + "`";
    context.report(
        programs.isEmpty()
            ? Problem.of(Code.PROGRAM_NOT_RUN, origin, of + " runs no program that requests go to")
                .help("expect it of a balancer, or of a machine with `runs`")
            : Problem.of(
                    Code.PROGRAM_NOT_RUN, origin, of + " runs " + programs.size() + " programs")
                .help(
                    "name the one that is meant: `"
                        + vm.getName()
                        + " : "
                        + programs.get(0)
                        + "`"));
    return null;
  }

  /** {@code p99} is 99, {@code p999} is 99.9; without one, the median. */
  private static double percentile(org.vmn.dsl.vmn.Expectation e) {
    String text = e.getPercentile();
    if (text == null) {
      return e.getMetric().getName().equals("latency") ? 50 : 0;
    }
    String digits = text.substring(1);
    return digits.length() <= 2
        ? Double.parseDouble(digits)
        : Double.parseDouble(digits.substring(0, 2) + "." + digits.substring(2));
  }
}
