package org.vmn.tests.oracle;

import org.jspecify.annotations.Nullable;

/** Where packets are. */
sealed interface Stage {
  Memory memory();

  /** At the adapter that sends, permitted: chains are asked. */
  record Leaving(Spot.Adapter adapter, Memory memory) implements Stage {}

  /** On a segment, to be taken by whoever has its destination; brought by a router, or sent. */
  record OnWire(String segment, @Nullable String by, Memory memory) implements Stage {}

  /** In a router. */
  record InRouter(String router, String from, Memory memory) implements Stage {}

  /**
   * In a router, translated and to be routed.
   *
   * @param entered as it came into the router, less what a balancer did
   * @param turnsBack whether it came to an outer address from elsewhere than that one's segment
   */
  record Routing(String router, String from, Header entered, boolean turnsBack, Memory memory)
      implements Stage {}

  /** Handed to what leads to an external. */
  record AtEdge(String external, Memory memory) implements Stage {}

  /** At the adapter that receives, before its filter: chains are asked. */
  record Entering(Spot.Adapter adapter, Memory memory) implements Stage {}

  /** At the adapter that receives, before its filter. */
  record AtAdapter(Spot.Adapter adapter, Memory memory) implements Stage {}

  /** Delivered; now the answer. */
  record Delivered(Spot spot, Memory memory) implements Stage {}

  /** An answer on a segment, sent by an adapter or from outside. */
  record BackOnWire(String segment, Spot from, Memory memory) implements Stage {}

  /** An answer on the segment of its destination. */
  record BackOnLink(String segment, @Nullable String by, Spot from, Memory memory)
      implements Stage {}

  /** An answer in a router. */
  record BackInRouter(String router, String from, Spot server, Memory memory) implements Stage {}

  /** An answer handed to what leads to an external. */
  record BackAtEdge(String external, @Nullable String by, Memory memory) implements Stage {}

  /** The answer is where the connection came from. */
  record BackAt(Spot spot, Memory memory) implements Stage {}
}
