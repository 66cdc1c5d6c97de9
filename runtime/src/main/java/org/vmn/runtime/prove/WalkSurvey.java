package org.vmn.runtime.prove;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.explore.Answer;
import org.vmn.runtime.explore.Attempts;
import org.vmn.runtime.explore.Classes;
import org.vmn.runtime.explore.Party;
import org.vmn.runtime.explore.Probe;
import org.vmn.runtime.explore.Span;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.forward.Walk;
import org.vmn.runtime.network.Endpoints;

/**
 * A survey by walks of each pair of classes. What meets more choices than anybody can try counts as
 * completing for some: a reader must not take it for safe.
 */
final class WalkSurvey implements Survey {
  private final Forwarding tables;
  private final BooleanSupplier cancelled;
  private @Nullable Classes classes;

  WalkSurvey(Forwarding tables, BooleanSupplier cancelled) {
    this.tables = tables;
    this.cancelled = cancelled;
  }

  private Classes classes() {
    Classes known = classes;
    if (known == null) {
      known = Classes.of(tables);
      classes = known;
    }
    return known;
  }

  @Override
  public List<Stretch> between(Endpoints from, Endpoints to) {
    List<Party> sources = classes().parties().sources(from);
    List<Party> destinations = classes().parties().of(to);
    RowSurvey.Stretches stretches = new RowSurvey.Stretches();
    for (Span span : classes().probes().spans()) {
      stretches.add(span.match(), level(sources, destinations, span.probe()));
    }
    return stretches.all();
  }

  private Level level(List<Party> sources, List<Party> destinations, Probe probe) {
    Level level = Level.NOWHERE;
    boolean all = true;
    for (Party source : sources) {
      for (Party destination : destinations) {
        if (Attempts.differ(source, destination) && !cancelled.getAsBoolean()) {
          Answer reaches = classes().attempts().reaches(source, destination, probe);
          all &= !reaches.refutes() && reaches.walks() != Answer.GAVE_UP;
          Level pair = level == Level.SOME ? level : level(source, destination, probe);
          level = pair.compareTo(level) > 0 ? pair : level;
        }
      }
    }
    return level == Level.SOME && all ? Level.ALL : level;
  }

  private Level level(Party source, Party destination, Probe probe) {
    Attempts attempts = classes().attempts();
    Answer some = attempts.leaks(source, destination, probe, Walk::completes);
    if (some.refutes() || some.walks() == Answer.GAVE_UP) {
      return Level.SOME;
    }
    return attempts.leaks(source, destination, probe).refutes() ? Level.ARRIVES : Level.NOWHERE;
  }
}
