package org.vmn.runtime.simulate;

import java.util.Arrays;
import org.vmn.runtime.simulate.fluid.Activities;
import org.vmn.runtime.simulate.fluid.FairShare;

/**
 * Who computes how fast. Where processors suffice for all who may compute, each has its own; where
 * they don't, because a program works on more requests than its machine has processors or machines
 * were promised more than their host has, they are shared fairly.
 */
final class Cpu {
  private static final double NANOS = 1e9;

  /** More processors than any host has. */
  private static final double MOST = 1 << 20;

  private final Site site;
  private final Activities activities = new Activities(new FairShare(2, MOST));
  private final int[] hostResource;

  /** By host: processors that the programs on it can keep busy. */
  private final double[] wanted;

  /** By host: time computed by machines that have left. */
  private final double[] earlier;

  private int[] owner = new int[64];
  private Processor[] processor = new Processor[64];
  private final int[] way = new int[2];

  Cpu(Site site) {
    this.site = site;
    hostResource = new int[site.hosts.count()];
    Arrays.fill(hostResource, Processor.NONE);
    wanted = new double[hostResource.length];
    earlier = new double[hostResource.length];
    Arrays.fill(owner, Requests.NONE);
  }

  /** A program came to a machine. */
  void added(Processor to, long slots) {
    int host = site.guests.host[to.replica];
    wanted[host] -= to.most();
    to.slots += slots;
    wanted[host] += to.most();
  }

  boolean isAlone(Processor on) {
    int host = site.guests.host[on.replica];
    int cpus = site.hosts.host(host).cpu();
    return on.slots <= on.cpus && (cpus == 0 || wanted[host] <= cpus);
  }

  /** Begins to compute at a fair share; {@link #settle} must follow. */
  void begin(int request, Processor on, double nanos, long now) {
    if (on.resource == Processor.NONE) {
      on.resource = activities.shares().addResource(on.cpus);
    }
    way[0] = on.resource;
    int hops = 1;
    int host = site.guests.host[on.replica];
    int cpus = site.hosts.host(host).cpu();
    if (cpus > 0) {
      if (hostResource[host] == Processor.NONE) {
        hostResource[host] = activities.shares().addResource(cpus);
      }
      way[hops++] = hostResource[host];
    }
    int activity = activities.begin(way, hops, 1, 1, Math.max(nanos, 1e-3) / NANOS, now);
    if (activity >= owner.length) {
      int before = owner.length;
      owner = Arrays.copyOf(owner, Math.max(activity + 1, 2 * before));
      processor = Arrays.copyOf(processor, owner.length);
      Arrays.fill(owner, before, owner.length, Requests.NONE);
    }
    owner[activity] = request;
    processor[activity] = on;
  }

  void settle(long now) {
    activities.settle(now);
  }

  long time() {
    return activities.time();
  }

  /** The request that is computed next; {@link #settle} must follow. */
  int finish() {
    int activity = activities.finish();
    int request = owner[activity];
    owner[activity] = Requests.NONE;
    return request;
  }

  /** A machine died. */
  void stop(Processor dead, long now) {
    for (int i = 0; i < owner.length; i++) {
      if (owner[i] != Requests.NONE && processor[i] == dead) {
        owner[i] = Requests.NONE;
        activities.abandon(i);
      }
    }
    activities.settle(now);
  }

  void pause(Processor held, boolean paused, long now) {
    if (held.resource != Processor.NONE) {
      activities.shares().setCapacity(held.resource, paused ? 0 : held.cpus);
      activities.settle(now);
    }
  }

  /** A machine goes to another host, and its computations with it. */
  void move(Processor moved, int to, long now) {
    int from = site.guests.host[moved.replica];
    wanted[from] -= moved.most();
    wanted[to] += moved.most();
    earlier[from] += work(moved, now);
    earlier[to] -= work(moved, now);
    int[] mine = new int[owner.length];
    double[] left = new double[owner.length];
    int count = 0;
    for (int i = 0; i < owner.length; i++) {
      if (owner[i] != Requests.NONE && processor[i] == moved) {
        mine[count] = owner[i];
        left[count++] = activities.left(i, now) * NANOS;
        owner[i] = Requests.NONE;
        activities.abandon(i);
      }
    }
    site.move(moved.replica, to);
    for (int i = 0; i < count; i++) {
      begin(mine[i], moved, left[i], now);
    }
    activities.settle(now);
  }

  /** Time that a machine's processors computed, in nanoseconds. */
  double work(Processor of, long now) {
    double shared = of.resource == Processor.NONE ? 0 : activities.done(of.resource, now) * NANOS;
    return of.work(now) + shared;
  }

  /** Time that machines computed on a host before they left, in nanoseconds. */
  double earlier(int host) {
    return earlier[host];
  }
}
