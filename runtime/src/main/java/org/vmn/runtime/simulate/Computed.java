package org.vmn.runtime.simulate;

/** How long processors have computed on each host. Asks every machine once for each time. */
final class Computed {
  private final World world;
  private final double[] nanos;
  private long at = -1;

  Computed(World world) {
    this.world = world;
    nanos = new double[world.site.hosts.count()];
  }

  /** In seconds. */
  double on(int host, long now) {
    if (at != now) {
      at = now;
      System.arraycopy(nanos(now), 0, nanos, 0, nanos.length);
    }
    return nanos[host] / 1e9;
  }

  /** By host. */
  double[] nanos(long now) {
    double[] work = new double[nanos.length];
    for (int host = 0; host < work.length; host++) {
      work[host] = world.cpu.earlier(host);
    }
    for (Processor processor : world.stations.processors()) {
      work[world.site.guests.host[processor.replica]] += world.cpu.work(processor, now);
    }
    return work;
  }
}
