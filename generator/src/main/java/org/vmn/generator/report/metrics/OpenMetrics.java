package org.vmn.generator.report.metrics;

import java.io.IOException;
import java.util.List;
import org.vmn.generator.layout.Layout;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.simulate.SimulationResult;

/**
 * Runs as OpenMetrics 1.0 text, with the simulated time as timestamps. Hosts and machines have the
 * names, labels and units that Prometheus' node exporter and the libvirt exporter give them, so
 * that a dashboard of the real network shows the simulated one: {@code promtool tsdb
 * create-blocks-from openmetrics}.
 */
public final class OpenMetrics {
  private OpenMetrics() {}

  /**
   * Writes all families, one after the other.
   *
   * @param results of one network, with their loads
   * @param startSeconds when the simulated time begins, in seconds since 1970
   */
  public static void write(
      Network network, List<SimulationResult> results, long startSeconds, Appendable out)
      throws IOException {
    List<Story> stories = results.stream().map(r -> new Story(network, r)).toList();
    Exposition exposition = new Exposition(out, startSeconds);
    new NodeMetrics(exposition, stories, startSeconds).write();
    new DomainMetrics(exposition, stories, Layout.of(network)).write();
    new ServiceMetrics(exposition, stories).write();
    exposition.end();
  }
}
