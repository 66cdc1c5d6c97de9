package org.vmn.tests.oracle;

import org.vmn.runtime.value.Ip;

/** The adapter that receives: the policy is asked there again, with the addresses seen there. */
record Receiver(
    Space space, Catalogue catalogue, Permission permission, Walls walls, Chains chains) {

  void pass(Stage.Leaving at, Headers packets, Run run) {
    chains.steer(
        at.adapter(),
        at.memory(),
        packets,
        m -> new Stage.Leaving(at.adapter(), m),
        new Stage.OnWire(at.adapter().segment(), null, at.memory()),
        run);
  }

  void pass(Stage.Entering at, Headers packets, Run run) {
    Memory memory = at.memory();
    if (memory.chosen() != null && at.adapter().equals(memory.client())) {
      // A balancer's own target that reaches itself: it sees the balancer (4.6).
      Ip virtual = catalogue.balancer(memory.chosen().balancer()).address();
      Header there = memory.header().from(new Address.Written(virtual));
      run.to(new Stage.Delivered(at.adapter(), memory.with(there)), packets);
      return;
    }
    Headers may = walls.originPermits(memory);
    run.lose(memory, packets.minus(may));
    chains.steer(
        at.adapter(),
        memory.asked(),
        packets.and(may),
        m -> new Stage.Entering(at.adapter(), m),
        new Stage.AtAdapter(at.adapter(), memory.asked()),
        run);
  }

  void pass(Stage.AtAdapter at, Headers packets, Run run) {
    Headers permitted =
        catalogue.serves(at.adapter().machine(), at.adapter().offset())
            ? permission.permits(at.memory().header())
            : space.none();
    run.to(new Stage.Delivered(at.adapter(), at.memory()), packets.and(permitted));
    run.lose(at.memory(), packets.minus(permitted));
  }
}
