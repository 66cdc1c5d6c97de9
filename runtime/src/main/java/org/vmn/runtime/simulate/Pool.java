package org.vmn.runtime.simulate;

import java.util.List;
import org.vmn.runtime.network.Traffic;

/** A service in action: its targets, and who of them is chosen. */
final class Pool {
  private final Door door;
  private final List<End> targets;
  private final Chooser chooser;
  private final Passage passage;
  private final Ledger ledger;

  /** By target. */
  private final Station[] stations;

  Pool(Door door, List<End> targets, Chooser chooser, Passage passage, Ledger ledger) {
    this.door = door;
    this.targets = List.copyOf(targets);
    this.chooser = chooser;
    this.passage = passage;
    this.ledger = ledger;
    stations = new Station[targets.size()];
  }

  void setStation(int target, Station station) {
    stations[target] = station;
  }

  Station station(int target) {
    return stations[target];
  }

  Door door() {
    return door;
  }

  String name() {
    return door.name();
  }

  Traffic.Protocol protocol() {
    return door.protocol();
  }

  /** Whether lost packets are sent again. */
  boolean isReliable() {
    return door.protocol() == Traffic.Protocol.TCP;
  }

  List<End> targets() {
    return targets;
  }

  Chooser chooser() {
    return chooser;
  }

  Passage passage() {
    return passage;
  }

  Ledger ledger() {
    return ledger;
  }

  /** When checks made at all multiples of the interval have seen {@code count} of them. */
  long noticed(long now, int count) {
    if (door.balancer() == null) {
      return now;
    }
    long interval = door.balancer().check().intervalNanos();
    double noticed = (Math.ceil((double) now / interval) + count - 1) * interval;
    return (long) Math.min(noticed, 2.0 * Bounds.LONGEST_NANOS);
  }

  int failures() {
    return door.balancer() == null ? 1 : door.balancer().check().failures();
  }
}
