package org.vmn.runtime.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.vmn.runtime.network.Element;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.UplinkRef;

/**
 * All that can fail in a network, numbered: hosts, their uplinks, physical switches, wires,
 * routers, machines. Folded: a block for each declaration.
 */
public final class Elements {
  private record Block(int count, IntFunction<Element> element) {}

  private final List<Block> blocks = new ArrayList<>();
  private final long count;

  public Elements(Network network) {
    network
        .hosts()
        .forEach(
            h -> add(h.replicas().count(), i -> new Element.OfHost(h.replicas().ref(h.name(), i))));
    if (network.links().isEmpty()) {
      network
          .hosts()
          .forEach(h ->
              h.uplinks()
                  .forEach(u ->
                      add(
                          h.replicas().count(),
                          i ->
                              new Element.OfUplink(
                                  new UplinkRef(h.replicas().ref(h.name(), i), u.name())))));
    }
    network
        .fabric()
        .forEach(f ->
            add(f.replicas().count(), i -> new Element.OfDevice(f.replicas().ref(f.name(), i))));
    network.links().forEach(l -> add(1, i -> new Element.OfLink(l.name())));
    network.routers().forEach(r -> add(1, i -> new Element.OfRouter(r.name())));
    network.machines().forEach(m -> add(m.count(), i -> new Element.OfMachine(m.ref(i))));
    count = blocks.stream().mapToLong(Block::count).sum();
  }

  private void add(int howMany, IntFunction<Element> element) {
    blocks.add(new Block(howMany, element));
  }

  public long count() {
    return count;
  }

  /** The element with a number from 0 to {@link #count}. */
  public Element get(long number) {
    long left = number;
    for (Block block : blocks) {
      if (left < block.count()) {
        return block.element().apply((int) left);
      }
      left -= block.count();
    }
    throw new IndexOutOfBoundsException(number + " of " + count + " elements");
  }
}
