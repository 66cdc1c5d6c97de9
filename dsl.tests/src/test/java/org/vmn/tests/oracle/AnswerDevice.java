package org.vmn.tests.oracle;

import java.util.List;

/** Who was reached answers, and who asked waits for it. No filter is asked again (4.2). */
record AnswerDevice(Space space, Catalogue catalogue, Exits exits) {

  void pass(Stage.Delivered at, Headers packets, Run run) {
    switch (at.spot()) {
      case Spot.Adapter a -> answer(a, at.memory(), packets, run);
      case Spot.Outside o -> run.to(new Stage.BackOnWire(o.segment(), o, at.memory()), packets);
    }
  }

  private void answer(Spot.Adapter from, Memory memory, Headers packets, Run run) {
    if (from.equals(memory.client()) && memory.chosen() != null) {
      // What a balancer returned to its sender goes back to it the same way.
      run.to(new Stage.BackAt(from, memory.with(memory.header().from(source()))), packets);
      return;
    }
    Header back = memory.header().transposed();
    // A guest answers on the adapter that was asked when the client is on its segment.
    Headers direct = packets.and(back.isTo(catalogue.onLink(from.segment())));
    run.to(new Stage.BackOnWire(from.segment(), from, memory), direct);
    List<Spot.Adapter> all = Catalogue.adapters(from.machine(), from.offset());
    for (Spot.Adapter on : all) {
      Headers some = packets.minus(direct).and(exits.chosen(on, all, back));
      if (on.equals(from) || on.nic().spoof()) {
        run.to(new Stage.BackOnWire(on.segment(), from, memory), some);
      } else {
        run.lose(memory, some);
      }
    }
  }

  private Address source() {
    return space.sent().source();
  }

  /**
   * A connection completes when the answer is where it was sent from, and comes from whom it was
   * sent to: a balancer's choice is undone there.
   */
  void pass(Stage.BackAt at, Headers packets, Run run) {
    Memory memory = at.memory();
    Header sent = space.sent();
    Header seen =
        memory.chosen() == null
            ? memory.header()
            : memory.header().to(sent.destination(), sent.destinationPort());
    Headers right = at.spot().equals(memory.client()) ? packets.and(seen.same(sent)) : space.none();
    run.complete(memory, right);
    run.lose(memory, packets.minus(right));
  }
}
