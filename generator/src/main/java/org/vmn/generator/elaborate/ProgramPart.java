package org.vmn.generator.elaborate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.dsl.literals.Dimension;
import org.vmn.dsl.vmn.Concurrency;
import org.vmn.dsl.vmn.Demand;
import org.vmn.dsl.vmn.HealthCheck;
import org.vmn.dsl.vmn.Queue;
import org.vmn.dsl.vmn.RequestSize;
import org.vmn.dsl.vmn.ResponseSize;
import org.vmn.dsl.vmn.Retries;
import org.vmn.dsl.vmn.Timeout;
import org.vmn.dsl.vmn.Times;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Call;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Program;
import org.vmn.runtime.network.Service;
import org.vmn.runtime.network.Traffic;

/** What machines run, what it costs, and what it asks of others. */
final class ProgramPart {
  /** Sizes where nothing is said: those of a small page of the web. */
  static final long DEFAULT_REQUEST = 1024;

  static final long DEFAULT_RESPONSE = 10 * 1024;

  /** Checks in a row that must fail before a program counts as failed. */
  static final int FAILURES = 3;

  private static final long DEFAULT_TIMEOUT = 10_000_000_000L;

  private final Context context;
  private final TrafficResolver traffic;
  private final ServiceResolver services;
  private final Set<List<String>> told = new HashSet<>();

  ProgramPart(Context context, TrafficResolver traffic, ServiceResolver services) {
    this.context = context;
    this.traffic = traffic;
    this.services = services;
  }

  List<Program> programs(Shape shape) {
    List<Program> programs =
        shape.all(org.vmn.dsl.vmn.Program.class).stream()
            .map(p -> program(p, shape.origin(p)))
            .toList();
    for (int i = 1; i < programs.size(); i++) {
      for (Program before : programs.subList(0, i)) {
        apart(before, programs.get(i));
      }
    }
    return programs;
  }

  /** What a template says wrong is said once, not for each machine. */
  private void apart(Program first, Program second) {
    String shared = shared(first.ports(), second.ports());
    if (!shared.isEmpty() && told.add(List.of(place(first), place(second)))) {
      context.report(
          Problem.of(
                  Code.SHARED_PORT,
                  second.origin(),
                  "`%s` and `%s` both listen on %s".formatted(first.name(), second.name(), shared))
              .label(first.origin(), "`" + first.name() + "` is declared here")
              .help("give one of them another port, or both one name if one replaces the other"));
    }
  }

  /** Whatever the use of a template. */
  private static String place(Program program) {
    Origin at = program.origin();
    return at.file() + ":" + at.line() + ":" + at.column();
  }

  /** The first port that both have, with its protocol; empty when there is none. */
  private static String shared(Traffic one, Traffic other) {
    for (Traffic.Match a : one.matches()) {
      for (Traffic.Match b : other.matches()) {
        int port = Math.max(a.firstPort(), b.firstPort());
        if (a.protocol() == b.protocol()
            && a.protocol().hasPorts()
            && port <= Math.min(a.lastPort(), b.lastPort())) {
          return port + "/" + a.protocol().name().toLowerCase(Locale.ROOT);
        }
      }
    }
    return "";
  }

  private Program program(org.vmn.dsl.vmn.Program program, Origin origin) {
    long demand = 0;
    int concurrency = 0;
    int queue = -1;
    List<Call> calls = new ArrayList<>();
    Balancer.Check check = null;
    for (EObject property : program.getProperties()) {
      switch (property) {
        case Demand d -> demand = Context.amount(d.getValue(), Dimension.TIME);
        case Concurrency c -> concurrency = Integer.parseInt(c.getValue());
        case Queue q -> queue = Integer.parseInt(q.getValue());
        case org.vmn.dsl.vmn.Call c -> call(c, calls);
        case HealthCheck h -> check = check(h);
        default -> {}
      }
    }
    return new Program(
        program.getName(),
        traffic.ofProgram(program),
        demand,
        concurrency,
        queue,
        calls,
        check,
        origin);
  }

  /** What is said of a health check. */
  static Balancer.Check check(HealthCheck check) {
    return new Balancer.Check(
        TrafficTerms.protocol(check.getProtocol()),
        Context.amount(check.getInterval(), Dimension.TIME),
        FAILURES);
  }

  private void call(org.vmn.dsl.vmn.Call call, List<Call> calls) {
    double times = 1;
    long request = DEFAULT_REQUEST;
    long response = DEFAULT_RESPONSE;
    long timeout = DEFAULT_TIMEOUT;
    int retries = 0;
    for (EObject property : call.getProperties()) {
      switch (property) {
        case Times t -> times = Double.parseDouble(t.getValue());
        case RequestSize r -> request = Context.amount(r.getSize(), Dimension.SIZE);
        case ResponseSize r -> response = Context.amount(r.getSize(), Dimension.SIZE);
        case Timeout t -> timeout = Context.amount(t.getValue(), Dimension.TIME);
        case Retries r -> retries = Integer.parseInt(r.getValue());
        default -> {}
      }
    }
    Origin origin = context.origins().whole(call);
    Service service = services.resolve(call.getTo(), call.getProgram(), origin);
    if (service != null) {
      calls.add(new Call(service, times, request, response, timeout, retries, origin));
    }
  }
}
