package org.vmn.generator.text;

import java.util.Map;
import java.util.TreeMap;
import org.vmn.runtime.network.Placement;
import org.vmn.runtime.network.Ref;

/** How many replicas each host carries. */
public final class Placed {
  private Placed() {}

  /**
   * In order of hosts; those without any are left out. Cost grows with hosts, not with replicas.
   */
  public static Map<Ref, Integer> of(Placement placement) {
    Map<Ref, Integer> counts = new TreeMap<>();
    for (Placement.Block block : placement.blocks()) {
      int hosts = block.hosts().size();
      for (int i = 0; i < hosts; i++) {
        int share = block.count() / hosts + (i < block.count() % hosts ? 1 : 0);
        if (share > 0) {
          counts.merge(block.hosts().get(i), share, Integer::sum);
        }
      }
    }
    return counts;
  }
}
