package org.vmn.tests.oracle;

import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.value.Ip;

/**
 * An answer's way. State is the connection's header transposed: who forwarded the first packet
 * knows its answer by the header that it left with, and puts back the one that it came with.
 */
record BackDevice(
    Space space,
    Catalogue catalogue,
    Exits exits,
    Routes routes,
    Translations translations,
    Walls walls) {

  void pass(Stage.BackOnWire at, Headers packets, Run run) {
    Header back = at.memory().header().transposed();
    Headers direct = packets.and(back.isTo(catalogue.onLink(at.segment())));
    run.to(new Stage.BackOnLink(at.segment(), null, at.from(), at.memory()), direct);
    for (Ip.Family family : Ip.Family.values()) {
      leave(at, family, packets.minus(direct).and(space.family(family)), run);
    }
  }

  private void leave(Stage.BackOnWire at, Ip.Family family, Headers packets, Run run) {
    for (Exits.Exit exit : exits.of(at.segment(), family)) {
      switch (exit) {
        case Exits.Exit.By by -> {
          if (at.from() instanceof Spot.Outside && !catalogue.meetsOutside(by.router())) {
            run.lose(at.memory(), packets);
            return;
          }
          run.to(
              new Stage.BackInRouter(by.router().name(), at.segment(), at.from(), at.memory()),
              packets);
          return;
        }
        case Exits.Exit.To to -> {
          if (!new Spot.Outside(to.external()).equals(at.from())) {
            run.to(new Stage.BackAtEdge(to.external().name(), null, at.memory()), packets);
            return;
          }
        }
      }
    }
    run.lose(at.memory(), packets);
  }

  void pass(Stage.BackInRouter at, Headers packets, Run run) {
    Headers left = packets;
    for (Memory.Passage passage : at.memory().passages()) {
      if (passage.router().equals(at.router())) {
        Headers known = left.and(passage.left().same(at.memory().header()));
        left = left.minus(known);
        boolean translated = !passage.left().equals(passage.entered());
        if (translated && !catalogue.meetsOutside(catalogue.router(at.router()))) {
          run.lose(at.memory(), known);
          continue;
        }
        route(at, translated ? at.memory().with(passage.entered()) : at.memory(), known, run);
      }
    }
    if (walls.ofRouter(at.router()).isEmpty()) {
      route(at, at.memory(), left, run);
    } else {
      // A firewall lets no answer pass of which it hasn't seen the question.
      run.lose(at.memory(), left);
    }
  }

  private void route(Stage.BackInRouter at, Memory memory, Headers packets, Run run) {
    Headers none =
        routes.each(
            catalogue.router(at.router()),
            memory.header().transposed(),
            packets,
            (way, some) -> along(at, memory, way, some, run));
    run.lose(memory, none);
  }

  private void along(
      Stage.BackInRouter at, Memory memory, Routes.Way way, Headers packets, Run run) {
    if (at.from().equals(way.segment()) && catalogue.segment(at.from()).isolated()) {
      run.lose(memory, packets);
    } else if (way.external() != null && !catalogue.meetsOutside(catalogue.router(at.router()))) {
      run.lose(memory, packets);
    } else if (way.external() != null) {
      run.to(new Stage.BackAtEdge(way.external(), at.router(), memory), packets);
    } else if (way.via() == null) {
      run.to(new Stage.BackOnLink(way.segment(), at.router(), at.server(), memory), packets);
    } else {
      Router next = catalogue.routerAt(way.segment(), way.via());
      if (next == null) {
        run.lose(memory, packets);
      } else {
        run.to(new Stage.BackInRouter(next.name(), way.segment(), at.server(), memory), packets);
      }
    }
  }

  /** To a router that translated, else to whoever has the address there. */
  void pass(Stage.BackOnLink at, Headers packets, Run run) {
    Headers left = packets;
    for (Router router : catalogue.routersOn(at.segment())) {
      if (!router.name().equals(at.by())) {
        Headers known = left.and(knows(router, at));
        left = left.minus(known);
        boolean outside = at.by() == null && at.from() instanceof Spot.Outside;
        if (outside && !catalogue.meetsOutside(router)) {
          run.lose(at.memory(), known);
          continue;
        }
        run.to(new Stage.BackInRouter(router.name(), at.segment(), at.from(), at.memory()), known);
      }
    }
    Header back = at.memory().header().transposed();
    boolean apart =
        at.by() == null
            && catalogue.segment(at.segment()).isolated()
            && at.from() instanceof Spot.Adapter;
    for (Spot.Adapter adapter : catalogue.adaptersOn(at.segment())) {
      Headers own = left.and(back.isTo(adapter.addresses()));
      left = left.minus(own);
      if (apart) {
        run.lose(at.memory(), own);
      } else {
        run.to(new Stage.BackAt(adapter, at.memory()), own);
      }
    }
    for (External external : catalogue.externalsOn(at.segment())) {
      if (external.gateways().isEmpty()) {
        Headers own = left.and(back.isTo(external.addresses()));
        left = left.minus(own);
        run.to(new Stage.BackAt(new Spot.Outside(external), at.memory()), own);
      }
    }
    run.lose(at.memory(), left);
  }

  /** Where the answer is to an address of the router, of a connection that the router knows. */
  private Headers knows(Router router, Stage.BackOnLink at) {
    Header back = at.memory().header().transposed();
    Headers addressed = translations.owned(router, at.segment(), back);
    for (Ip.Family family : Ip.Family.values()) {
      @Nullable Ip own = Catalogue.address(router, at.segment(), family);
      addressed = own == null ? addressed : addressed.or(back.isTo(own));
    }
    Headers known = space.none();
    for (Memory.Passage passage : at.memory().passages()) {
      if (passage.router().equals(router.name())) {
        known = known.or(passage.left().same(at.memory().header()));
      }
    }
    return addressed.and(known);
  }
}
