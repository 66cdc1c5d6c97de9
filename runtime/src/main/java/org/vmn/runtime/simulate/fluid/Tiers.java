package org.vmn.runtime.simulate.fluid;

import java.util.Arrays;

/**
 * Activities of several tiers over the same resources: what a tier uses is not there for those
 * below. Within a tier shares are max-min fair; all of them together are what strict priority
 * gives. Activities are numbered here, so that their number tells the tier.
 */
public final class Tiers {
  private final Activities[] tiers;

  /** By tier and resource: what the tier would have if those above used nothing. */
  private final double[][] capacity;

  /** Resources whose use or capacity changed since the last settlement, each once. */
  private int[] dirty = new int[16];

  private boolean[] isDirty = new boolean[16];
  private int dirtyCount;
  private int settledCount;
  private int resources;

  /**
   * @param count of tiers; they are numbered from 0, the lowest
   * @param mostHops the most resources that an activity uses, 1 to 64
   * @param largest the largest capacity that a resource will have, in units a second
   */
  public Tiers(int count, int mostHops, double largest) {
    tiers = new Activities[count];
    capacity = new double[count][16];
    for (int i = 0; i < count; i++) {
      tiers[i] = new Activities(new FairShare(mostHops, largest));
    }
  }

  /** Adds a resource for all tiers; resources have numbers from 0. */
  public int addResource(double units) {
    if (resources == isDirty.length) {
      isDirty = Arrays.copyOf(isDirty, 2 * resources);
      for (int i = 0; i < tiers.length; i++) {
        capacity[i] = Arrays.copyOf(capacity[i], 2 * resources);
      }
    }
    for (int i = 0; i < tiers.length; i++) {
      tiers[i].shares().addResource(units);
      capacity[i][resources] = units;
    }
    return resources++;
  }

  /** Gives a resource another capacity for one tier, from the next {@link #settle} on. */
  public void setCapacity(int tier, int resource, double units) {
    if (capacity[tier][resource] != units) {
      capacity[tier][resource] = units;
      change(resource);
    }
  }

  private void change(int resource) {
    if (!isDirty[resource]) {
      isDirty[resource] = true;
      if (dirtyCount == dirty.length) {
        dirty = Arrays.copyOf(dirty, 2 * dirtyCount);
      }
      dirty[dirtyCount++] = resource;
    }
  }

  /**
   * Begins an activity. {@link #settle} must follow before time goes on.
   *
   * @param way the resources that it uses, each once, of which the first {@code hops} count
   * @param limit the most that it can take, in units a second; finite when it uses nothing
   * @param amount units to be done, above 0
   */
  public int begin(int tier, int[] way, int hops, double limit, double amount, long now) {
    return tiers[tier].begin(way, hops, 1, limit, amount, now) * tiers.length + tier;
  }

  /** Ends an activity before it is done; {@link #settle} must follow. */
  public void abandon(int activity) {
    of(activity).abandon(activity / tiers.length);
  }

  /** What is left of an activity. */
  public double left(int activity, long now) {
    return of(activity).left(activity / tiers.length, now);
  }

  private Activities of(int activity) {
    return tiers[activity % tiers.length];
  }

  /** Finds rates and ends again, from the highest tier down. */
  public void settle(long now) {
    for (int i = tiers.length - 1; i >= 0; i--) {
      FairShare shares = tiers[i].shares();
      for (int k = 0; k < dirtyCount; k++) {
        int resource = dirty[k];
        double above = usedAbove(i, resource);
        shares.setCapacity(resource, Math.max(0, capacity[i][resource] - above));
      }
      tiers[i].settle(now);
      for (int k = 0; k < tiers[i].settledCount(); k++) {
        change(tiers[i].settled(k));
      }
    }
    settledCount = dirtyCount;
    for (int k = 0; k < dirtyCount; k++) {
      isDirty[dirty[k]] = false;
    }
    dirtyCount = 0;
  }

  /** How many resources may be used otherwise since the last {@link #settle}. */
  public int settledCount() {
    return settledCount;
  }

  /** Those resources, numbered from 0, until anything changes. */
  public int settled(int number) {
    return dirty[number];
  }

  /** When the next activity is done, or never. */
  public long time() {
    return tiers[first()].time();
  }

  /** Of several at the same time the highest. */
  private int first() {
    int first = tiers.length - 1;
    for (int i = first - 1; i >= 0; i--) {
      first = tiers[i].time() < tiers[first].time() ? i : first;
    }
    return first;
  }

  /** Takes the activity that is done next away; {@link #settle} must follow. */
  public int finish() {
    int tier = first();
    return tiers[tier].finish() * tiers.length + tier;
  }

  /** Units a second that a tier and those above use of a resource. */
  public double usedFrom(int tier, int resource) {
    return tiers[tier].shares().used(resource) + usedAbove(tier, resource);
  }

  private double usedAbove(int tier, int resource) {
    double sum = 0;
    for (int i = tier + 1; i < tiers.length; i++) {
      sum += tiers[i].shares().used(resource);
    }
    return sum;
  }

  /** How many activities of a tier use a resource. */
  public int crossing(int tier, int resource) {
    return tiers[tier].shares().crossing(resource);
  }

  /** Units done with a resource so far. */
  public double done(int resource, long now) {
    double sum = 0;
    for (Activities tier : tiers) {
      sum += tier.done(resource, now);
    }
    return sum;
  }
}
