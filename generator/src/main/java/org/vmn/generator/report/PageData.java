package org.vmn.generator.report;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vmn.runtime.simulate.SimulationResult;
import org.vmn.runtime.simulate.SimulationResult.Happening;
import org.vmn.runtime.simulate.SimulationResult.Moment;
import org.vmn.runtime.simulate.SimulationResult.OfLoad;
import org.vmn.runtime.simulate.SimulationResult.OfService;

/** What a page's script draws of one run. Times are in seconds. */
final class PageData {
  private static final double NANOS = 1e9;
  private static final int DIGITS = 100_000;

  private final SimulationResult result;
  private final JsonWriter out;

  PageData(SimulationResult result, JsonWriter out) {
    this.result = result;
    this.out = out;
  }

  void write(String id) throws IOException {
    out.beginObject();
    out.name("id").value(id);
    List<OfService> services =
        result.balancers().isEmpty() ? result.programs() : result.balancers();
    long bucket = services.isEmpty() ? 1 : services.get(0).timeline().bucketNanos();
    int moments = services.isEmpty() ? 0 : services.get(0).timeline().moments().size();
    times("times", bucket, moments);
    out.name("services").beginArray();
    for (OfService service : services) {
      service(service);
    }
    out.endArray();
    List<OfLoad> loads = result.loads().all().stream().filter(PageData::isShown).toList();
    long step = result.loads().stepNanos();
    int steps = loads.isEmpty() ? 0 : loads.get(0).values().size();
    times("steps", step, steps);
    out.name("peak").value(peak(loads, step, steps));
    out.name("loads").beginArray();
    for (OfLoad load : loads) {
      load(load, step);
    }
    out.endArray();
    out.name("happenings").beginArray();
    for (long at :
        result.happenings().stream().mapToLong(Happening::atNanos).distinct().toArray()) {
      out.value(at / NANOS);
    }
    out.endArray();
    failures();
    out.endObject();
  }

  private void times(String name, long step, int count) throws IOException {
    out.name(name).beginArray();
    for (int i = 1; i <= count; i++) {
      out.value(Math.min(i * step, result.durationNanos()) / NANOS);
    }
    out.endArray();
  }

  private void service(OfService service) throws IOException {
    List<Moment> moments = service.timeline().moments();
    out.beginObject();
    out.name("name").value(service.name());
    numbers("offered", moments.stream().map(m -> (double) m.offered()));
    numbers("served", moments.stream().map(m -> (double) m.served()));
    numbers("lost", moments.stream().map(m -> (double) m.lost()));
    numbers("p99", moments.stream().map(m -> m.p99() < 0 ? Double.NaN : m.p99() / 1e6));
    out.endObject();
  }

  /** What its machine or its uplink tells isn't told once more. */
  private static boolean isShown(OfLoad load) {
    return switch (load.meter()) {
      case MACHINE, HOST, UPLINK_OUT, UPLINK_IN, LINK_OUT, LINK_IN -> true;
      case ADAPTER_OUT, ADAPTER_IN, PLACE, UP, MEMORY -> false;
    };
  }

  private void load(OfLoad load, long step) throws IOException {
    String kind =
        switch (load.meter()) {
          case MACHINE -> "machine";
          case HOST -> "host";
          default -> "wire";
        };
    String direction =
        switch (load.meter()) {
          case MACHINE, HOST -> "";
          case UPLINK_OUT, LINK_OUT -> " out";
          default -> " in";
        };
    out.beginObject();
    out.name("kind").value(kind);
    out.name("name").value(load.name() + direction);
    boolean uplink =
        load.meter() == OfLoad.Meter.UPLINK_OUT || load.meter() == OfLoad.Meter.UPLINK_IN;
    if (uplink) {
      out.name("host").value(load.name().substring(0, load.name().lastIndexOf('.')));
    }
    numbers("values", load.fractions(step).stream());
    out.endObject();
  }

  private void numbers(String name, Stream<Double> values) throws IOException {
    out.name(name).beginArray();
    for (double value : (Iterable<Double>) values::iterator) {
      if (Double.isNaN(value)) {
        out.nullValue();
      } else {
        // Five digits after the point are more than a plot shows.
        double rounded = (double) Math.round(value * DIGITS) / DIGITS;
        out.value(rounded == Math.rint(rounded) ? (Number) (long) rounded : (Number) rounded);
      }
    }
    out.endArray();
  }

  /** The step with the greatest load of any, which the picture shows first. */
  private static int peak(List<OfLoad> loads, long step, int steps) {
    int at = 0;
    double most = -1;
    for (OfLoad load : loads) {
      List<Double> values = load.fractions(step);
      for (int i = 0; i < Math.min(steps, values.size()); i++) {
        if (values.get(i) > most) {
          most = values.get(i);
          at = i;
        }
      }
    }
    return at;
  }

  /** From when until when something was down. */
  private void failures() throws IOException {
    Map<String, Long> since = new HashMap<>();
    record Failure(String name, long from, long to) {}
    List<Failure> all = new ArrayList<>();
    for (Happening happening : result.happenings()) {
      switch (happening.kind()) {
        case FAILED -> since.putIfAbsent(happening.element(), happening.atNanos());
        case RESTORED, TAKEN_OVER ->
            Optional.ofNullable(since.remove(happening.element()))
                .ifPresent(
                    from -> all.add(new Failure(happening.element(), from, happening.atNanos())));
        default -> {}
      }
    }
    since.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(e -> all.add(new Failure(e.getKey(), e.getValue(), Long.MAX_VALUE)));
    out.name("failures").beginArray();
    for (Failure failure : all) {
      out.beginObject();
      out.name("name").value(failure.name());
      out.name("from").value(failure.from() / NANOS);
      out.name("to").value(failure.to() / NANOS);
      out.endObject();
    }
    out.endArray();
  }
}
