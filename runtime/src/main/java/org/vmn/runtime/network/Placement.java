package org.vmn.runtime.network;

import java.util.ArrayList;
import java.util.List;

/**
 * Which host each replica runs on, as a function of its number: blocks of replicas, each dealt out
 * over its hosts in turn.
 */
public record Placement(List<Block> blocks) {
  public Placement {
    blocks = List.copyOf(blocks);
  }

  /**
   * @param count how many replicas, following those of the blocks before
   * @param hosts replica k of the block (from 0) runs on {@code hosts[k % hosts.size()]}
   */
  public record Block(int count, List<Ref> hosts) {
    public Block {
      hosts = List.copyOf(hosts);
    }
  }

  /** The host of the replica with the given zero-based offset. */
  public Ref hostOf(int offset) {
    int left = offset;
    for (Block block : blocks) {
      if (0 <= left && left < block.count()) {
        return block.hosts().get(left % block.hosts().size());
      }
      left -= block.count();
    }
    throw new IndexOutOfBoundsException("replica " + (offset + 1) + " is not placed");
  }

  /**
   * Replicas of one block on one of its hosts: every {@code step}-th from {@code first} to {@code
   * last}, zero-based.
   */
  public record Slot(Ref host, int first, int step, int last) {
    public int count() {
      return (last - first) / step + 1;
    }
  }

  /**
   * Where the replicas from {@code first} to {@code last} (zero-based, both included) run: as many
   * slots as there are hosts in the blocks, however many replicas.
   */
  public List<Slot> slots(int first, int last) {
    List<Slot> slots = new ArrayList<>();
    int begin = 0;
    for (Block block : blocks) {
      int from = Math.max(first, begin);
      int to = Math.min(last, begin + block.count() - 1);
      int hosts = block.hosts().size();
      for (int offset = from; offset <= Math.min(to, from + hosts - 1); offset++) {
        slots.add(new Slot(block.hosts().get((offset - begin) % hosts), offset, hosts, to));
      }
      begin += block.count();
    }
    return slots;
  }
}
