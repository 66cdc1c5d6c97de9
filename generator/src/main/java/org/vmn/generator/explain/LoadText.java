package org.vmn.generator.explain;

import java.util.List;
import java.util.Locale;
import org.vmn.generator.text.Figures;
import org.vmn.runtime.network.Load;
import org.vmn.runtime.network.Service;
import org.vmn.runtime.simulate.Options;

/** The loads of scenarios in words. */
final class LoadText {
  private LoadText() {}

  static String of(Load load) {
    return switch (load) {
      case Load.Requests l ->
          "%s asks %s, %s req/s: %s"
              .formatted(
                  l.from().text(),
                  of(l.service()),
                  curve(l.curve()),
                  each(l.requestBytes(), l.responseBytes(), l.timeoutNanos()));
      case Load.Clients l ->
          "%s asks %s as %s clients that think %s: %s"
              .formatted(
                  l.from().text(),
                  of(l.service()),
                  Figures.count(l.clients()),
                  Figures.time(l.thinkNanos()),
                  each(l.requestBytes(), l.responseBytes(), l.timeoutNanos()));
      case Load.Transfers l ->
          "%s sends %s %s after %s%s"
              .formatted(
                  l.from().text(),
                  l.to().text(),
                  Figures.bytes(l.bytes()),
                  Figures.time(l.atNanos()),
                  l.everyNanos() == 0 ? "" : ", every " + Figures.time(l.everyNanos()));
    };
  }

  static String of(Service service) {
    return switch (service) {
      case Service.AtBalancer at -> at.balancer();
      case Service.AtProgram at -> at.program() + " of " + at.machine();
    };
  }

  private static String each(long request, long response, long timeout) {
    return "requests of %s, responses of %s, given up after %s"
        .formatted(
            Figures.bytes(request),
            Figures.bytes(response),
            Figures.time(timeout == 0 ? Options.TIMEOUT_NANOS : timeout));
  }

  private static String curve(List<Load.Point> curve) {
    return String.join(" to ", curve.stream().map(p -> rate(p.requestsPerSecond())).toList());
  }

  private static String rate(double perSecond) {
    return perSecond == Math.rint(perSecond)
        ? Figures.count((long) perSecond)
        : String.format(Locale.ROOT, "%.2f", perSecond);
  }
}
