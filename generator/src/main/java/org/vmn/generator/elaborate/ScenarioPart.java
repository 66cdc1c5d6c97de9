package org.vmn.generator.elaborate;

import java.util.ArrayList;
import java.util.List;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.literals.Dimension;
import org.vmn.dsl.vmn.Length;
import org.vmn.dsl.vmn.Period;
import org.vmn.dsl.vmn.Warmup;
import org.vmn.runtime.network.Event;
import org.vmn.runtime.network.Expectation;
import org.vmn.runtime.network.Load;
import org.vmn.runtime.network.Monitor;
import org.vmn.runtime.network.Scenario;

/** Scenarios, and what is watched when there is none. */
final class ScenarioPart {
  private static final long DEFAULT_LENGTH = 60_000_000_000L;
  private static final long DEFAULT_INTERVAL = 15_000_000_000L;

  private final Context context;
  private final SetResolver sets;
  private final LoadPart loads;
  private final EventPart events;
  private final ExpectationPart expectations;

  ScenarioPart(
      Context context,
      SetResolver sets,
      LoadPart loads,
      EventPart events,
      ExpectationPart expectations) {
    this.context = context;
    this.sets = sets;
    this.loads = loads;
    this.events = events;
    this.expectations = expectations;
  }

  List<Scenario> elaborate() {
    return context.all(org.vmn.dsl.vmn.Scenario.class).map(this::scenario).toList();
  }

  private Scenario scenario(org.vmn.dsl.vmn.Scenario scenario) {
    long length = time(scenario, Length.class, DEFAULT_LENGTH);
    long warmup = time(scenario, Warmup.class, 0);
    if (warmup >= length) {
      context.report(
          Code.OUT_OF_RANGE, context.origin(scenario), "the scenario ends before it is warmed up");
    }
    List<Load> brought = new ArrayList<>();
    List<Event> happening = new ArrayList<>();
    List<Expectation> expected = new ArrayList<>();
    for (Object statement : scenario.getStatements()) {
      switch (statement) {
        case org.vmn.dsl.vmn.Load l -> {
          Load load = loads.load(l, length);
          if (load != null) {
            brought.add(load);
          }
        }
        case org.vmn.dsl.vmn.Event e -> happening.addAll(events.events(e, length));
        case org.vmn.dsl.vmn.Expectation e -> add(e, expected);
        default -> {}
      }
    }
    return new Scenario(
        scenario.getName(), length, warmup, brought, happening, expected, context.origin(scenario));
  }

  private static long time(org.vmn.dsl.vmn.Scenario scenario, Class<?> kind, long otherwise) {
    for (Object statement : scenario.getStatements()) {
      if (kind.isInstance(statement)) {
        return Context.amount(
            statement instanceof Length l ? l.getTime() : ((Warmup) statement).getTime(),
            Dimension.TIME);
      }
    }
    return otherwise;
  }

  private void add(org.vmn.dsl.vmn.Expectation e, List<Expectation> expected) {
    Expectation expectation = expectations.expectation(e);
    if (expectation != null) {
      expected.add(expectation);
    }
  }

  List<Monitor> monitors() {
    return context.all(org.vmn.dsl.vmn.Monitor.class).map(this::monitor).toList();
  }

  private Monitor monitor(org.vmn.dsl.vmn.Monitor monitor) {
    long interval = DEFAULT_INTERVAL;
    List<Expectation> expected = new ArrayList<>();
    for (Object property : monitor.getProperties()) {
      switch (property) {
        case Period p -> interval = Context.amount(p.getValue(), Dimension.TIME);
        case org.vmn.dsl.vmn.Expectation e -> add(e, expected);
        default -> {}
      }
    }
    return new Monitor(
        monitor.getName(),
        sets.resolve(monitor.getWatched()),
        interval,
        expected,
        context.origin(monitor));
  }
}
