package org.vmn.generator.elaborate;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.dsl.literals.Amounts;
import org.vmn.dsl.literals.Dimension;
import org.vmn.dsl.vmn.LoadPoint;
import org.vmn.dsl.vmn.Period;
import org.vmn.dsl.vmn.Quantity;
import org.vmn.dsl.vmn.RequestSize;
import org.vmn.dsl.vmn.ResponseSize;
import org.vmn.dsl.vmn.Think;
import org.vmn.dsl.vmn.Timeout;
import org.vmn.runtime.network.Load;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Service;

/** The loads of scenarios; the unit of the first figure says which kind one is. */
final class LoadPart {
  private static final double MILLI = 1000;
  private static final long DEFAULT_THINK = 1_000_000_000L;

  private final Context context;
  private final SetResolver sets;
  private final ServiceResolver services;

  LoadPart(Context context, SetResolver sets, ServiceResolver services) {
    this.context = context;
    this.sets = sets;
    this.services = services;
  }

  /**
   * @param length of the scenario in nanoseconds
   */
  @Nullable Load load(org.vmn.dsl.vmn.Load load, long length) {
    Origin origin = context.origins().whole(load);
    if (Amounts.hasUnitOf(load.getFirst(), Dimension.SIZE)) {
      return transfers(load, origin);
    }
    Service service = services.resolve(load.getTo(), load.getProgram(), origin);
    if (service == null) {
      return null;
    }
    long request = ProgramPart.DEFAULT_REQUEST;
    long response = ProgramPart.DEFAULT_RESPONSE;
    long think = DEFAULT_THINK;
    long timeout = 0;
    for (EObject property : load.getProperties()) {
      switch (property) {
        case RequestSize r -> request = Context.amount(r.getSize(), Dimension.SIZE);
        case ResponseSize r -> response = Context.amount(r.getSize(), Dimension.SIZE);
        case Think t -> think = Context.amount(t.getTime(), Dimension.TIME);
        case Timeout t -> timeout = Context.amount(t.getValue(), Dimension.TIME);
        default -> {}
      }
    }
    return Amounts.hasUnitOf(load.getFirst(), Dimension.CLIENTS)
        ? new Load.Clients(
            sets.resolve(load.getFrom()),
            service,
            (int) Context.amount(load.getFirst(), Dimension.CLIENTS),
            think,
            request,
            response,
            timeout,
            origin)
        : new Load.Requests(
            sets.resolve(load.getFrom()),
            service,
            curve(load, length),
            request,
            response,
            timeout,
            origin);
  }

  /** The first figure is the rate at the beginning, one after {@code ..} that at the end. */
  private List<Load.Point> curve(org.vmn.dsl.vmn.Load load, long length) {
    Quantity first =
        load.getLast() == null || load.getFirst().getUnit() != null
            ? load.getFirst()
            : Ranges.withUnit(load.getFirst(), load.getLast());
    List<Load.Point> curve = new ArrayList<>();
    curve.add(new Load.Point(0, rate(first)));
    for (LoadPoint point : Context.properties(load.getProperties(), LoadPoint.class)) {
      long at = Context.amount(point.getTime(), Dimension.TIME);
      if (at <= curve.get(curve.size() - 1).atNanos()) {
        context.report(
            Problem.of(
                    Code.OUT_OF_RANGE,
                    context.origins().whole(point),
                    "the points of a load come one after the other")
                .help("write them in order of time, from after its beginning"));
      } else {
        curve.add(new Load.Point(at, rate(point.getRate())));
      }
    }
    if (load.getLast() != null && curve.get(curve.size() - 1).atNanos() < length) {
      curve.add(new Load.Point(length, rate(load.getLast())));
    }
    return curve;
  }

  private static double rate(Quantity rate) {
    return Context.amount(rate, Dimension.REQUESTS) / MILLI;
  }

  private Load transfers(org.vmn.dsl.vmn.Load load, Origin origin) {
    long at = 0;
    long every = 0;
    for (EObject property : load.getProperties()) {
      switch (property) {
        case LoadPoint p -> at = Context.amount(p.getTime(), Dimension.TIME);
        case Period p -> every = Context.amount(p.getValue(), Dimension.TIME);
        default -> {}
      }
    }
    return new Load.Transfers(
        sets.resolve(load.getFrom()),
        sets.named(load.getTo()),
        Context.amount(load.getFirst(), Dimension.SIZE),
        at,
        every,
        origin);
  }
}
