package org.vmn.generator.report;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.vmn.runtime.simulate.SimulationResult;
import org.vmn.runtime.simulate.SimulationResult.Happening;
import org.vmn.runtime.simulate.SimulationResult.Hop;
import org.vmn.runtime.simulate.SimulationResult.Moment;
import org.vmn.runtime.simulate.SimulationResult.OfService;

/**
 * A run as JSON lines (jsonlines.org), in order of time: what happened, what each service did in
 * each moment, and the way of the request that was followed; a run that did not come to its end
 * closes with {@code stopped}. Each line has {@code scenario}, {@code atNanos} and {@code kind}.
 */
public final class EventLines {
  private static final FormattingStyle LINE =
      FormattingStyle.COMPACT.withSpaceAfterSeparators(true);

  private record Line(long atNanos, String text) {}

  private interface Members {
    void write(JsonWriter out) throws IOException;
  }

  private final SimulationResult result;
  private final List<Line> lines = new ArrayList<>();

  private EventLines(SimulationResult result) {
    this.result = result;
  }

  public static String of(SimulationResult result) {
    EventLines events = new EventLines(result);
    result.happenings().forEach(events::happening);
    result.balancers().forEach(s -> events.service("balancer", s));
    result.programs().forEach(s -> events.service("program", s));
    result.trace().forEach(events::hop);
    if (!result.complete()) {
      events.add(result.durationNanos(), "stopped", out -> {});
    }
    // Stable: at the same time what happened comes before what came of it.
    events.lines.sort(Comparator.comparingLong(Line::atNanos));
    StringBuilder text = new StringBuilder();
    events.lines.forEach(line -> text.append(line.text()).append('\n'));
    return text.toString();
  }

  private void happening(Happening happening) {
    add(
        happening.atNanos(),
        happening.kind().name().replace('_', '-').toLowerCase(Locale.ROOT),
        out -> {
          out.name("element").value(happening.element());
          out.name("text").value(happening.text());
        });
  }

  /** What a service did in the moment that ends then. */
  private void service(String kind, OfService service) {
    long bucket = service.timeline().bucketNanos();
    long end = 0;
    for (Moment moment : service.timeline().moments()) {
      end = Math.min(end + bucket, result.durationNanos());
      add(
          end,
          kind,
          out -> {
            out.name("element").value(service.name());
            out.name("offered").value(moment.offered());
            out.name("served").value(moment.served());
            out.name("lost").value(moment.lost());
            if (moment.p99() >= 0) {
              out.name("p99Nanos").value(moment.p99());
            }
          });
    }
  }

  private void hop(Hop hop) {
    add(
        hop.atNanos(),
        "hop",
        out -> {
          out.name("element").value(hop.where());
          out.name("text").value(hop.what());
          out.name("depth").value(hop.depth());
        });
  }

  private void add(long atNanos, String kind, Members members) {
    StringWriter text = new StringWriter();
    try {
      JsonWriter out = new JsonWriter(text);
      out.setFormattingStyle(LINE);
      out.beginObject();
      out.name("scenario").value(result.scenario());
      out.name("atNanos").value(atNanos);
      out.name("kind").value(kind);
      members.write(out);
      out.endObject();
    } catch (IOException e) {
      throw new IllegalStateException("strings can be written", e);
    }
    lines.add(new Line(atNanos, text.toString()));
  }
}
