package org.vmn.runtime.simulate;

import java.util.Arrays;

/**
 * The target with the fewest open requests; among equals, the one that was chosen longest ago, as
 * HAProxy does. A tournament: a binary tree in which every node holds the better of its two
 * children.
 */
final class LeastConnections implements Chooser {
  private final int leaves;
  private final int[] winner;
  private final long[] open;
  private final boolean[] down;
  private final long[] chosen;
  private long turn;

  LeastConnections(int targets) {
    leaves = Integer.highestOneBit(Math.max(1, 2 * targets - 1));
    winner = new int[2 * leaves];
    open = new long[leaves];
    chosen = new long[leaves];
    down = new boolean[leaves];
    Arrays.fill(down, targets, leaves, true);
    for (int i = 0; i < leaves; i++) {
      winner[leaves + i] = i;
      chosen[i] = (long) i - leaves;
    }
    for (int node = leaves - 1; node >= 1; node--) {
      winner[node] = better(winner[2 * node], winner[2 * node + 1]);
    }
  }

  private int better(int a, int b) {
    if (down[a] != down[b]) {
      return down[a] ? b : a;
    }
    if (open[a] != open[b]) {
      return open[a] < open[b] ? a : b;
    }
    return chosen[a] <= chosen[b] ? a : b;
  }

  private void play(int target) {
    for (int node = leaves + target >> 1; node >= 1; node >>= 1) {
      winner[node] = better(winner[2 * node], winner[2 * node + 1]);
    }
  }

  @Override
  public int choose(long client) {
    int best = winner[1];
    return down[best] ? NOBODY : best;
  }

  @Override
  public void taken(int target) {
    chosen[target] = turn++;
    add(target, 1);
  }

  @Override
  public void released(int target) {
    add(target, -1);
  }

  private void add(int target, int change) {
    open[target] += change;
    play(target);
  }

  @Override
  public void down(int target) {
    down[target] = true;
    play(target);
  }

  @Override
  public void up(int target) {
    down[target] = false;
    play(target);
  }
}
