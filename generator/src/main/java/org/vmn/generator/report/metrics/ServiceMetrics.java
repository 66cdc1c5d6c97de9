package org.vmn.generator.report.metrics;

import java.io.IOException;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.vmn.runtime.network.Link;
import org.vmn.runtime.simulate.SimulationResult.Moment;
import org.vmn.runtime.simulate.SimulationResult.OfLoad.Meter;
import org.vmn.runtime.simulate.SimulationResult.OfService;

/** What no exporter tells: requests to balancers and programs, and physical links. */
final class ServiceMetrics {
  private final Exposition out;
  private final List<Story> stories;

  ServiceMetrics(Exposition out, List<Story> stories) {
    this.out = out;
    this.stories = stories;
  }

  /** Something done for every service of every story. */
  private interface Each {
    void service(Story story, OfService service, Labels labels) throws IOException;
  }

  private void each(Each each) throws IOException {
    for (Story story : stories) {
      List<OfService> all =
          Stream.concat(story.result.balancers().stream(), story.result.programs().stream())
              .toList();
      for (OfService service : all) {
        each.service(story, service, story.labels().and("service", service.name()));
      }
    }
  }

  void write() throws IOException {
    out.counter("vmn_link_bytes", "Bytes over a physical link, from its first end or to it.");
    for (Story story : stories) {
      for (Link link : story.network.links()) {
        Labels labels = story.labels().and("link", link.name());
        link(story, labels.and("direction", "out"), story.values(Meter.LINK_OUT, link.name()));
        link(story, labels.and("direction", "in"), story.values(Meter.LINK_IN, link.name()));
      }
    }
    out.counter("vmn_offered_requests", "Requests sent to a balancer or program.");
    each((story, service, labels) -> counter(story, service, labels, Moment::offered));
    out.counter("vmn_requests", "Requests that were answered or lost.");
    each((story, service, labels) -> {
      counter(story, service, labels.and("outcome", "served"), Moment::served);
      counter(story, service, labels.and("outcome", "lost"), Moment::lost);
    });
    out.gauge("vmn_request_latency_p99_seconds", "99th percentile of the moment before.");
    each((story, service, labels) -> {
      List<Moment> moments = service.timeline().moments();
      for (int i = 0; i < moments.size(); i++) {
        if (moments.get(i).p99() >= 0) {
          out.sample(labels, at(story, service, i + 1), moments.get(i).p99() / 1e9);
        }
      }
    });
  }

  private void link(Story story, Labels labels, List<Double> added) throws IOException {
    double sum = 0;
    for (int step = 0; story.steps() > 0 && step <= story.steps(); step++) {
      sum += step == 0 ? 0 : added.get(step - 1);
      out.sample(labels, story.at(step), sum);
    }
  }

  private static long at(Story story, OfService service, int moment) {
    return Math.min(moment * service.timeline().bucketNanos(), story.result.durationNanos());
  }

  private void counter(Story story, OfService service, Labels labels, ToLongFunction<Moment> count)
      throws IOException {
    long sum = 0;
    out.sample(labels, 0, 0);
    List<Moment> moments = service.timeline().moments();
    for (int i = 0; i < moments.size(); i++) {
      sum += count.applyAsLong(moments.get(i));
      out.sample(labels, at(story, service, i + 1), sum);
    }
  }
}
