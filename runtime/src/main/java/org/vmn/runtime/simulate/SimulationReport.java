package org.vmn.runtime.simulate;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes results as JSON. Members end in their unit; the same result gives the same characters. */
public final class SimulationReport {
  /** The version of the format. */
  public static final String SCHEMA = "https://vmn.org/schema/simulation/1";

  private static final FormattingStyle LINE =
      FormattingStyle.COMPACT.withSpaceAfterSeparators(true);

  private final JsonWriter out;

  private SimulationReport(Writer to) {
    out = new JsonWriter(to);
    out.setFormattingStyle(FormattingStyle.PRETTY);
  }

  public static String toJson(SimulationResult result) {
    StringWriter text = new StringWriter();
    try {
      write(result, text);
    } catch (IOException e) {
      throw new IllegalStateException("strings can be written", e);
    }
    return text.toString();
  }

  /** Leaves the writer open. */
  public static void write(SimulationResult result, Writer to) throws IOException {
    new SimulationReport(to).write(result);
    to.write('\n');
    to.flush();
  }

  private void write(SimulationResult result) throws IOException {
    out.beginObject();
    out.name("schema").value(SCHEMA);
    out.name("network").value(result.network());
    out.name("scenario").value(result.scenario());
    out.name("seed").value(result.seed());
    out.name("durationNanos").value(result.durationNanos());
    out.name("plannedNanos").value(result.plannedNanos());
    out.name("complete").value(result.complete());
    out.name("warmupNanos").value(result.warmupNanos());
    out.name("passed").value(result.passed());
    list("verdicts", result.verdicts(), this::verdict);
    list("balancers", result.balancers(), this::service);
    list("programs", result.programs(), this::service);
    list("machines", result.machines(), this::machine);
    list("hosts", result.hosts(), this::host);
    list("uplinks", result.uplinks(), this::wire);
    list("links", result.links(), this::wire);
    list("happenings", result.happenings(), this::happening);
    list("takeovers", result.takeovers(), this::takeover);
    if (!result.trace().isEmpty()) {
      list("trace", result.trace(), this::hop);
    }
    out.endObject();
    out.flush();
  }

  private interface Part<T> {
    void write(T value) throws IOException;
  }

  private <T> void list(String name, Iterable<T> all, Part<T> part) throws IOException {
    out.name(name).beginArray();
    for (T value : all) {
      part.write(value);
    }
    out.endArray();
  }

  /** An object on one line. */
  private <T> void line(@Nullable T value, Part<T> members) throws IOException {
    if (value == null) {
      out.nullValue();
      return;
    }
    out.beginObject();
    out.setFormattingStyle(LINE);
    members.write(value);
    out.endObject();
    out.setFormattingStyle(FormattingStyle.PRETTY);
  }

  private void verdict(SimulationResult.Verdict v) throws IOException {
    out.beginObject();
    out.name("expectation").value(v.text());
    out.name("passed").value(v.passed());
    out.name("metric").value(kebab(v.metric()));
    out.name("percentile").value(v.percentile());
    out.name("subject").value(v.subject());
    out.name("measured").value(v.measured());
    out.name("bound").value(v.bound());
    out.name("explanation").value(v.explanation());
    out.name("help").value(v.help());
    out.name("origin").value(v.origin().encoded());
    out.endObject();
  }

  private void service(SimulationResult.OfService b) throws IOException {
    out.beginObject();
    out.name("name").value(b.name());
    out.name("offered").value(b.offered());
    out.name("served").value(b.served());
    out.name("lost").value(b.lost());
    out.name("inFlight").value(b.inFlight());
    out.name("retried").value(b.retried());
    out.name("servedPerSecond").value(b.servedPerSecond());
    out.name("latencyNanos");
    line(b.latency(), this::latency);
    out.name("queue");
    line(b.queue(), this::queue);
    out.name("losses");
    line(b.losses(), this::losses);
    list("refusals", b.refusals(), this::refusal);
    out.name("bucketNanos").value(b.timeline().bucketNanos());
    list("timeline", b.timeline().moments(), m -> line(m, this::moment));
    out.endObject();
  }

  private void latency(SimulationResult.Latency l) throws IOException {
    out.name("mean").value(l.mean());
    out.name("p50").value(l.p50());
    out.name("p90").value(l.p90());
    out.name("p99").value(l.p99());
    out.name("p999").value(l.p999());
    out.name("max").value(l.max());
  }

  private void queue(SimulationResult.Queue q) throws IOException {
    out.name("mean").value(q.mean());
    out.name("most").value(q.most());
  }

  private void losses(Map<Loss, Long> losses) throws IOException {
    for (Map.Entry<Loss, Long> loss : losses.entrySet()) {
      out.name(kebab(loss.getKey())).value(loss.getValue());
    }
  }

  private static String kebab(Enum<?> word) {
    return word.name().replace('_', '-').toLowerCase(Locale.ROOT);
  }

  private void refusal(SimulationResult.Refusal r) throws IOException {
    out.beginObject();
    out.name("loss").value(kebab(r.loss()));
    out.name("where").value(r.where());
    out.name("what").value(r.what());
    out.name("count").value(r.count());
    out.name("origin").value(r.origin().encoded());
    out.endObject();
  }

  private void moment(SimulationResult.Moment m) throws IOException {
    out.name("offered").value(m.offered());
    out.name("served").value(m.served());
    out.name("lost").value(m.lost());
    out.name("p99").value(m.p99() < 0 ? null : m.p99());
  }

  private void machine(SimulationResult.OfMachine machine) throws IOException {
    line(
        machine,
        m -> {
          out.name("machine").value(m.machine().toString());
          out.name("served").value(m.served());
          out.name("utilisation").value(m.utilisation());
          out.name("failed").value(m.failed());
          out.name("up").value(m.up());
        });
  }

  private void host(SimulationResult.OfHost host) throws IOException {
    line(
        host,
        h -> {
          out.name("host").value(h.host().toString());
          out.name("utilisation").value(h.utilisation() < 0 ? null : h.utilisation());
        });
  }

  private void wire(SimulationResult.OfWire wire) throws IOException {
    line(
        wire,
        w -> {
          out.name("name").value(w.name());
          out.name("bytesOut").value(w.bytesOut());
          out.name("bytesIn").value(w.bytesIn());
          out.name("utilisationOut").value(w.out() < 0 ? null : w.out());
          out.name("utilisationIn").value(w.in() < 0 ? null : w.in());
        });
  }

  private void happening(SimulationResult.Happening happening) throws IOException {
    line(
        happening,
        h -> {
          out.name("atNanos").value(h.atNanos());
          out.name("kind").value(kebab(h.kind()));
          out.name("element").value(h.element());
          out.name("text").value(h.text());
        });
  }

  private void hop(SimulationResult.Hop hop) throws IOException {
    line(
        hop,
        h -> {
          out.name("atNanos").value(h.atNanos());
          out.name("depth").value(h.depth());
          out.name("where").value(h.where());
          out.name("what").value(h.what());
          out.name("origin").value(h.origin().encoded());
        });
  }

  private void takeover(SimulationResult.Takeover takeover) throws IOException {
    line(
        takeover,
        t -> {
          out.name("machine").value(t.machine().toString());
          out.name("failedAtNanos").value(t.failedAtNanos());
          out.name("rpoNanos").value(t.rpoNanos());
          out.name("rtoNanos").value(t.rtoNanos() < 0 ? null : t.rtoNanos());
        });
  }
}
