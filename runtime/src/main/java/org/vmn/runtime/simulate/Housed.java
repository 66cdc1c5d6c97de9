package org.vmn.runtime.simulate;

import java.util.Arrays;

/**
 * How much memory the machines that run on each host have. Asks every machine once for each time.
 */
final class Housed {
  private final Site site;
  private final double[] bytes;
  private long at = -1;

  Housed(Site site) {
    this.site = site;
    bytes = new double[site.hosts.count()];
  }

  double on(int host, long now) {
    if (at != now) {
      at = now;
      Arrays.fill(bytes, 0);
      for (int guest = 0; guest < site.guests.count(); guest++) {
        if (site.guests.runs(guest)) {
          bytes[site.guests.host[guest]] += site.guests.machine(guest).memoryBytes();
        }
      }
    }
    return bytes[host];
  }
}
