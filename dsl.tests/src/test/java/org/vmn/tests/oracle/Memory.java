package org.vmn.tests.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Machine;

/**
 * What is known of packets on their way besides where they are.
 *
 * @param client where the connection starts
 * @param header as it is now; of an answer, that of the packet that it answers
 * @param unasked whether the firewalls of the external that it comes from are still to be asked
 * @param chosen which balancer translated it, and to whom
 * @param passages what routers remember of it: those of each router in the order of its way, once
 *     each, so that packets which have been to the same routers are followed together
 * @param steered the machines of chains that it went through, and chains that were asked
 */
record Memory(
    Spot client,
    Header header,
    boolean unasked,
    @Nullable Chosen chosen,
    List<Passage> passages,
    Set<Steered> steered) {

  /** A balancer's choice. */
  record Chosen(String balancer, Machine machine, int offset) {}

  /** A router that forwarded the connection: its header before and after. */
  record Passage(String router, Header entered, Header left) {}

  /** A chain that took the connection, and one of its machines; null when it was passed over. */
  record Steered(String chain, int stage, @Nullable Machine machine, int offset) {}

  static Memory of(Spot client, Header header) {
    boolean outside = client instanceof Spot.Outside;
    return new Memory(client, header, outside, null, List.of(), Set.of());
  }

  /** Whether it has not been taken in yet: it is outside, until the first device has it. */
  boolean isOutside() {
    return client instanceof Spot.Outside && passages.isEmpty() && chosen == null;
  }

  Memory with(Header now) {
    return new Memory(client, now, unasked, chosen, passages, steered);
  }

  Memory asked() {
    return new Memory(client, header, false, chosen, passages, steered);
  }

  Memory chosen(Chosen choice) {
    return new Memory(client, header, unasked, choice, passages, steered);
  }

  Memory passed(Passage passage) {
    if (passages.contains(passage)) {
      return this;
    }
    List<Passage> more = new ArrayList<>(passages);
    more.add(passage);
    more.sort(Comparator.comparing(Passage::router));
    return new Memory(client, header, unasked, chosen, more, steered);
  }

  Memory steered(Steered by) {
    Set<Steered> more = new LinkedHashSet<>(steered);
    more.add(by);
    return new Memory(client, header, unasked, chosen, passages, more);
  }
}
