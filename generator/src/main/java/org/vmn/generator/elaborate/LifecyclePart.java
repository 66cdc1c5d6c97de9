package org.vmn.generator.elaborate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.dsl.literals.Dimension;
import org.vmn.dsl.vmn.CopyTo;
import org.vmn.dsl.vmn.Period;
import org.vmn.dsl.vmn.Rpo;
import org.vmn.dsl.vmn.Rto;
import org.vmn.dsl.vmn.ScaleSetting;
import org.vmn.dsl.vmn.Vm;
import org.vmn.runtime.network.Host;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Placement;
import org.vmn.runtime.network.Protect;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.Scale;

/** How many replicas run, and how they survive. */
final class LifecyclePart {
  private static final double MILLIONTH = 1e6;
  private static final long SECOND = 1_000_000_000L;
  private static final double DEFAULT_ABOVE = 0.75;
  private static final double DEFAULT_BELOW = 0.25;
  private static final long DEFAULT_BOOT = 30 * SECOND;
  private static final long DEFAULT_COOLDOWN = 60 * SECOND;
  private static final long DEFAULT_EVERY = 900 * SECOND;
  private static final long DEFAULT_RTO = 300 * SECOND;

  private final Context context;
  private final List<Ref> hosts;

  LifecyclePart(Context context, List<Host> hosts) {
    this.context = context;
    this.hosts = HostPart.refs(hosts);
  }

  @Nullable Scale scale(Vm vm, Shape shape, int count) {
    org.vmn.dsl.vmn.Scale declared = shape.last(org.vmn.dsl.vmn.Scale.class);
    if (declared == null) {
      return null;
    }
    long least = 1;
    long initial = -1;
    double above = DEFAULT_ABOVE;
    double below = DEFAULT_BELOW;
    long boot = DEFAULT_BOOT;
    long cooldown = DEFAULT_COOLDOWN;
    for (ScaleSetting p : Context.properties(declared.getProperties(), ScaleSetting.class)) {
      switch (p.getKind()) {
        case LEAST -> least = Context.amount(p.getValue(), Dimension.COUNT);
        case INITIAL -> initial = Context.amount(p.getValue(), Dimension.COUNT);
        case ABOVE -> above = Context.amount(p.getValue(), Dimension.FRACTION) / MILLIONTH;
        case BELOW -> below = Context.amount(p.getValue(), Dimension.FRACTION) / MILLIONTH;
        case BOOT -> boot = Context.amount(p.getValue(), Dimension.TIME);
        case COOLDOWN -> cooldown = Context.amount(p.getValue(), Dimension.TIME);
      }
    }
    initial = initial < 0 ? least : initial;
    Origin origin = shape.origin(declared);
    if (least > initial || initial > count) {
      context.report(
          Problem.of(
                  Code.OUT_OF_RANGE,
                  origin,
                  "`%s` can't run %d replicas at first, from %d up to %d"
                      .formatted(vm.getName(), initial, least, count))
              .help(
                  "the count of the machine is the most: `vm %s[%d]`"
                      .formatted(vm.getName(), Math.max(least, initial))));
      return null;
    }
    if (below >= above) {
      context.report(
          Problem.of(
                  Code.OUT_OF_RANGE,
                  origin,
                  "`%s` would start and stop replicas at the same use".formatted(vm.getName()))
              .help("let `below` be less than `above`"));
    }
    return new Scale((int) least, (int) initial, above, below, boot, cooldown, origin);
  }

  @Nullable Protect protect(Vm vm, Shape shape, Placement placement) {
    org.vmn.dsl.vmn.Protect declared = shape.last(org.vmn.dsl.vmn.Protect.class);
    if (declared == null) {
      return null;
    }
    long every = DEFAULT_EVERY;
    long rpo = -1;
    long rto = DEFAULT_RTO;
    List<Ref> to = new ArrayList<>();
    for (EObject p : declared.getProperties()) {
      switch (p) {
        case Period period -> every = Context.amount(period.getValue(), Dimension.TIME);
        case Rpo r -> rpo = Context.amount(r.getValue(), Dimension.TIME);
        case Rto r -> rto = Context.amount(r.getValue(), Dimension.TIME);
        case CopyTo c -> to.addAll(Picks.hosts(c.getHosts()));
        default -> {}
      }
    }
    Origin origin = shape.origin(declared);
    if (rpo >= 0 && rpo < every) {
      context.report(
          Problem.of(
                  Code.OUT_OF_RANGE,
                  origin,
                  "copies of `%s` are made less often than its `rpo` allows"
                      .formatted(vm.getName()))
              .help("let `every` be `rpo` or less"));
    }
    List<Ref> homes = to.isEmpty() ? elsewhere(placement) : to.stream().distinct().toList();
    if (homes.isEmpty() || homes.size() == 1 && own(placement).equals(Set.copyOf(homes))) {
      context.report(
          Problem.of(
                  Code.CANNOT_PLACE,
                  origin,
                  "there is no other host that could hold copies of `" + vm.getName() + "`")
              .help("declare another `host`"));
      return null;
    }
    return new Protect(every, rpo < 0 ? every : rpo, rto, homes, origin);
  }

  /** Hosts that carry none of the replicas; all of them where each carries one. */
  private List<Ref> elsewhere(Placement placement) {
    Set<Ref> own = own(placement);
    List<Ref> others = hosts.stream().filter(h -> !own.contains(h)).toList();
    return others.isEmpty() && hosts.size() > 1 ? hosts : others;
  }

  private static Set<Ref> own(Placement placement) {
    Set<Ref> own = new HashSet<>();
    placement.blocks().forEach(b -> own.addAll(b.hosts()));
    return own;
  }
}
