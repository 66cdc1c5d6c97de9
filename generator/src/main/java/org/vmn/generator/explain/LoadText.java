package org.vmn.generator.explain;

import java.util.List;
import java.util.Locale;
import org.vmn.generator.text.Figures;
import org.vmn.runtime.network.Load;
import org.vmn.runtime.network.Service;

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
                  sizes(l.requestBytes(), l.responseBytes()));
      case Load.Clients l ->
          "%s asks %s as %s clients that think %s: %s"
              .formatted(
                  l.from().text(),
                  of(l.service()),
                  Figures.count(l.clients()),
                  Figures.time(l.thinkNanos()),
                  sizes(l.requestBytes(), l.responseBytes()));
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

  private static String sizes(long request, long response) {
    return "requests of %s, responses of %s"
        .formatted(Figures.bytes(request), Figures.bytes(response));
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
