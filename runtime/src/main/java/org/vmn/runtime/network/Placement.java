package org.vmn.runtime.network;

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
}
