package org.vmn.generator.explain;

import java.util.Locale;
import org.vmn.generator.text.Figures;
import org.vmn.runtime.network.Event;

/** The events of scenarios in words. */
final class EventText {
  private EventText() {}

  static String of(Event event) {
    return "after " + Figures.time(event.atNanos()) + " " + what(event);
  }

  private static String what(Event event) {
    return switch (event) {
      case Event.Fail e -> e.element().text() + " fails";
      case Event.Restore e -> e.element().text() + " works again";
      case Event.Impair e -> e.element().text() + " gets worse" + impairment(e);
      case Event.Migrate e -> e.machine() + " moves to " + e.to();
      case Event.ScaleTo e -> e.target() + " runs " + Figures.count(e.count()) + " replicas";
      case Event.Quarantine e -> e.machine() + " is cut off";
      case Event.Maintain e ->
          e.host() + " is emptied and down for " + Figures.time(e.durationNanos());
      case Event.Backup e -> e.machine() + " is backed up";
      case Event.Burst e ->
          "%s is asked %s times as often for %s"
              .formatted(LoadText.of(e.service()), e.factor(), Figures.time(e.durationNanos()));
    };
  }

  private static String impairment(Event.Impair e) {
    StringBuilder words = new StringBuilder();
    if (e.delayNanos() > 0) {
      words.append(", ").append(Figures.time(e.delayNanos())).append(" of delay");
    }
    if (e.jitterNanos() > 0) {
      words.append(", ").append(Figures.time(e.jitterNanos())).append(" of jitter");
    }
    if (e.loss() > 0) {
      words.append(String.format(Locale.ROOT, ", %s %% lost", e.loss() * 100));
    }
    if (e.bitsPerSecond() > 0) {
      words.append(", at ").append(Figures.bits(e.bitsPerSecond()));
    }
    return words.toString();
  }
}
