package org.vmn.generator.elaborate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vmn.dsl.literals.Dimension;
import org.vmn.dsl.vmn.Event;
import org.vmn.dsl.vmn.Expectation;
import org.vmn.dsl.vmn.Failure;
import org.vmn.dsl.vmn.Host;
import org.vmn.dsl.vmn.Length;
import org.vmn.dsl.vmn.Load;
import org.vmn.dsl.vmn.Named;
import org.vmn.dsl.vmn.Relation;
import org.vmn.dsl.vmn.RequestSize;
import org.vmn.dsl.vmn.ResponseSize;
import org.vmn.dsl.vmn.Target;
import org.vmn.dsl.vmn.Vm;
import org.vmn.runtime.network.Element;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.Replicas;
import org.vmn.runtime.network.Scenario;
import org.vmn.runtime.network.Service;

/** Scenarios. */
final class ScenarioPart {
  private static final long DEFAULT_LENGTH = 60_000_000_000L;
  private static final long DEFAULT_REQUEST = 1024;
  private static final long DEFAULT_RESPONSE = 10 * 1024;
  private static final double MILLI = 1000;
  private static final double MILLIONTH = 1e6;

  private final Context context;
  private final SetResolver sets;

  ScenarioPart(Context context, SetResolver sets) {
    this.context = context;
    this.sets = sets;
  }

  List<Scenario> elaborate() {
    return context.all(org.vmn.dsl.vmn.Scenario.class).map(this::scenario).toList();
  }

  private Scenario scenario(org.vmn.dsl.vmn.Scenario scenario) {
    long length = DEFAULT_LENGTH;
    List<Load> later = new ArrayList<>();
    List<org.vmn.runtime.network.Load> loads = new ArrayList<>();
    List<org.vmn.runtime.network.Event> failures = new ArrayList<>();
    List<org.vmn.runtime.network.Expectation> expectations = new ArrayList<>();
    for (Object statement : scenario.getStatements()) {
      switch (statement) {
        case Length l -> length = Context.amount(l.getTime(), Dimension.TIME);
        case Load l -> later.add(l);
        case Event e when e.getHappening() instanceof Failure f ->
            failures.addAll(failures(e, (Target) f.getElement()));
        case Expectation e -> expectations.add(expectation(e));
        default -> {}
      }
    }
    for (Load load : later) {
      loads.add(load(load, length));
    }
    return new Scenario(
        scenario.getName(), length, 0, loads, failures, expectations, context.origin(scenario));
  }

  private org.vmn.runtime.network.Load load(Load load, long length) {
    long first =
        Context.amount(
            load.getLast() == null || load.getFirst().getUnit() != null
                ? load.getFirst()
                : Ranges.withUnit(load.getFirst(), load.getLast()),
            Dimension.REQUESTS);
    long last = load.getLast() == null ? first : Context.amount(load.getLast(), Dimension.REQUESTS);
    long request = DEFAULT_REQUEST;
    long response = DEFAULT_RESPONSE;
    for (Object property : load.getProperties()) {
      switch (property) {
        case RequestSize r -> request = Context.amount(r.getSize(), Dimension.SIZE);
        case ResponseSize r -> response = Context.amount(r.getSize(), Dimension.SIZE);
        default -> {}
      }
    }
    List<org.vmn.runtime.network.Load.Point> curve = new ArrayList<>();
    curve.add(new org.vmn.runtime.network.Load.Point(0, first / MILLI));
    if (load.getLast() != null) {
      curve.add(new org.vmn.runtime.network.Load.Point(length, last / MILLI));
    }
    return new org.vmn.runtime.network.Load.Requests(
        sets.resolve(load.getFrom()),
        new Service.AtBalancer(load.getTo().getName()),
        curve,
        request,
        response,
        context.origins().whole(load));
  }

  private List<org.vmn.runtime.network.Event> failures(Event event, Target target) {
    long at = Context.amount(event.getTime(), Dimension.TIME);
    Named named = target.getRef();
    boolean host = named instanceof Host;
    Replicas replicas =
        Context.replicas(host ? ((Host) named).getCount() : ((Vm) named).getCount());
    Picks.Range range = Picks.range(target.getPick(), replicas);
    List<org.vmn.runtime.network.Event> failures = new ArrayList<>();
    for (int i = range.first(); i <= range.last(); i++) {
      Ref ref = replicas.ref(named.getName(), i);
      Element element = host ? new Element.OfHost(ref) : new Element.OfMachine(ref);
      failures.add(
          new org.vmn.runtime.network.Event.Fail(at, element, context.origins().whole(event)));
    }
    return failures;
  }

  private org.vmn.runtime.network.Expectation expectation(Expectation e) {
    org.vmn.runtime.network.Expectation.Metric metric =
        org.vmn.runtime.network.Expectation.Metric.valueOf(
            e.getMetric().getName().toUpperCase(Locale.ROOT));
    double bound =
        switch (metric) {
          case LATENCY -> Context.amount(e.getBound(), Dimension.TIME);
          case LOSS -> Context.amount(e.getBound(), Dimension.FRACTION) / MILLIONTH;
          case THROUGHPUT -> Context.amount(e.getBound(), Dimension.REQUESTS) / MILLI;
          default -> throw new IllegalStateException("validation refuses other metrics");
        };
    boolean below = e.getRelation() == Relation.LT || e.getRelation() == Relation.LE;
    boolean inclusive = e.getRelation() == Relation.LE || e.getRelation() == Relation.GE;
    return new org.vmn.runtime.network.Expectation(
        SetResolver.text(e).replaceFirst("^expect ", ""),
        metric,
        percentile(e),
        new org.vmn.runtime.network.Expectation.Subject.OfBalancer(
            e.getSubject().getRef().getName()),
        bound,
        below,
        inclusive,
        context.origins().whole(e));
  }

  /** {@code p99} is 99, {@code p999} is 99.9; without one, the median. */
  private static double percentile(Expectation e) {
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
