package org.vmn.runtime.simulate;

/** The virtual processors of one replica, which all programs on it share. */
final class Processor {
  static final int NONE = -1;

  final int replica;
  final int cpus;

  /** How many requests its programs may work on at a time. */
  long slots;

  /** Its resource among the fair shares, once it had to share. */
  int resource = NONE;

  long served;
  boolean hasFailed;
  private final Site site;
  private int busy;
  private long since;
  private double work;
  private long upSince;
  private double up;
  private boolean running;

  Processor(int replica, int cpus, Site site) {
    this.replica = replica;
    this.cpus = cpus;
    this.site = site;
    running = site.guests.runs(replica);
  }

  /** The most processors that it can keep busy. */
  double most() {
    return Math.min(cpus, slots);
  }

  /** A request begins or ends to compute alone on a processor. */
  void busy(int change, long now) {
    account(now);
    busy += change;
  }

  /** It died: nothing computes any more. */
  void stop(long now) {
    account(now);
    busy = 0;
  }

  /** Books whether it runs, after that may have changed. */
  void changed(long now) {
    account(now);
    running = site.guests.runs(replica);
  }

  private void account(long now) {
    work += (double) busy * (now - since);
    up += running ? now - upSince : 0;
    since = now;
    upSince = now;
  }

  /** Time that its processors computed, without what it shared, in nanoseconds. */
  double work(long now) {
    account(now);
    return work;
  }

  /** How long it ran, in nanoseconds. */
  double up(long now) {
    account(now);
    return up;
  }
}
