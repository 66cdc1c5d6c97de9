package org.vmn.generator.elaborate;

import java.util.ArrayList;
import java.util.List;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.dsl.literals.Dimension;
import org.vmn.dsl.vmn.Backup;
import org.vmn.dsl.vmn.Burst;
import org.vmn.dsl.vmn.Failure;
import org.vmn.dsl.vmn.Impairment;
import org.vmn.dsl.vmn.ImpairmentSetting;
import org.vmn.dsl.vmn.Maintenance;
import org.vmn.dsl.vmn.Migration;
import org.vmn.dsl.vmn.Quarantining;
import org.vmn.dsl.vmn.Restoration;
import org.vmn.dsl.vmn.ScaleTo;
import org.vmn.runtime.network.Element;
import org.vmn.runtime.network.Event;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.Service;

/** What happens in scenarios. One statement is as many events as its target has replicas. */
final class EventPart {
  private static final double MILLIONTH = 1e6;

  private final Context context;
  private final Elements elements;
  private final ServiceResolver services;

  EventPart(Context context, Elements elements, ServiceResolver services) {
    this.context = context;
    this.elements = elements;
    this.services = services;
  }

  /**
   * @param length of the scenario in nanoseconds
   */
  List<Event> events(org.vmn.dsl.vmn.Event event, long length) {
    long at = Context.amount(event.getTime(), Dimension.TIME);
    Origin origin = context.origins().whole(event);
    if (at > length) {
      context.report(
          Problem.of(Code.OUT_OF_RANGE, origin, "this happens after the scenario has ended")
              .help("let it last longer with `for`, which is `for 1 min` where it isn't said"));
      return List.of();
    }
    List<Event> events = new ArrayList<>();
    switch (event.getHappening()) {
      case Failure f ->
          elements.of(f.getElement()).forEach(e -> events.add(new Event.Fail(at, e, origin)));
      case Restoration r ->
          elements.of(r.getElement()).forEach(e -> events.add(new Event.Restore(at, e, origin)));
      case Impairment i ->
          elements
              .wires(i.getA(), i.getB(), origin)
              .forEach(e -> events.add(impairment(i, e, at, origin)));
      case Migration m -> {
        Ref to = Ends.refs(m.getDestination()).get(0);
        Ends.refs(m.getTarget()).forEach(r -> events.add(new Event.Migrate(at, r, to, origin)));
      }
      case ScaleTo s -> scale(s, at, origin, events);
      case Quarantining q ->
          Ends.refs(q.getTarget()).forEach(r -> events.add(new Event.Quarantine(at, r, origin)));
      case Maintenance m -> {
        long time = Context.amount(m.getTime(), Dimension.TIME);
        Ends.refs(m.getTarget()).forEach(r -> events.add(new Event.Maintain(at, r, time, origin)));
      }
      case Backup b ->
          Ends.refs(b.getTarget()).forEach(r -> events.add(new Event.Backup(at, r, origin)));
      case Burst b -> {
        Service service = services.resolve(b.getTo(), b.getProgram(), origin);
        if (service != null) {
          double factor = Double.parseDouble(b.getFactor());
          long time = Context.amount(b.getTime(), Dimension.TIME);
          events.add(new Event.Burst(at, service, factor, time, origin));
        }
      }
      default -> {}
    }
    return events;
  }

  private void scale(ScaleTo scale, long at, Origin origin, List<Event> events) {
    int count = Integer.parseInt(scale.getCount());
    int most = Context.replicas(scale.getTarget().getCount()).count();
    if (count < 1 || count > most) {
      context.report(
          Problem.of(
                  Code.OUT_OF_RANGE,
                  origin,
                  "`%s` runs 1 to %d replicas".formatted(scale.getTarget().getName(), most))
              .label(context.origin(scale.getTarget()), "its count is the most"));
      return;
    }
    events.add(new Event.ScaleTo(at, scale.getTarget().getName(), count, origin));
  }

  private static Event impairment(Impairment impairment, Element wire, long at, Origin origin) {
    long delay = 0;
    long jitter = 0;
    double loss = 0;
    long rate = 0;
    for (ImpairmentSetting p :
        Context.properties(impairment.getProperties(), ImpairmentSetting.class)) {
      switch (p.getKind()) {
        case DELAY -> delay = Context.amount(p.getValue(), Dimension.TIME);
        case JITTER -> jitter = Context.amount(p.getValue(), Dimension.TIME);
        case LOSS -> loss = Context.amount(p.getValue(), Dimension.FRACTION) / MILLIONTH;
        case RATE -> rate = Context.amount(p.getValue(), Dimension.BANDWIDTH);
      }
    }
    return new Event.Impair(at, wire, delay, jitter, loss, rate, origin);
  }
}
