package org.vmn.generator.emit.ovs.plan;

import java.util.ArrayList;
import java.util.List;
import org.vmn.generator.layout.SwitchPorts;

/**
 * What holds an adapter to its rate in one direction; packets beyond are dropped.
 *
 * @param id from 1, unique on a bridge
 */
public record Meter(int id, long kilobitsPerSecond) {
  /** Enough for a TCP sender to find its speed. */
  private static final int MILLIS_OF_BURST = 100;

  private static final long LEAST_BURST = 512;

  /** Of what the adapter's machine sends; none without a rate. */
  public static List<Meter> sent(Seat seat) {
    return of(seat, 2 * (seat.adapter().port() - SwitchPorts.FIRST) + 1);
  }

  /** Of what the adapter's machine receives; none without a rate. */
  public static List<Meter> received(Seat seat) {
    return of(seat, 2 * (seat.adapter().port() - SwitchPorts.FIRST) + 2);
  }

  /** Of all guests of a host, by number. */
  public static List<Meter> all(HostPlan plan) {
    List<Meter> all = new ArrayList<>();
    for (Seat seat : plan.guests()) {
      all.addAll(sent(seat));
      all.addAll(received(seat));
    }
    return all;
  }

  private static List<Meter> of(Seat seat, int id) {
    long rate = seat.adapter().nic().bitsPerSecond();
    return rate == 0 ? List.of() : List.of(new Meter(id, Math.max(1, rate / 1000)));
  }

  /** As ovs-ofctl reads it. */
  public String text() {
    long burst = Math.max(LEAST_BURST, kilobitsPerSecond * MILLIS_OF_BURST / 1000);
    return "meter=%d,kbps,burst,band=type=drop,rate=%d,burst_size=%d"
        .formatted(id, kilobitsPerSecond, burst);
  }
}
