package org.vmn.tests.oracle;

import org.vmn.runtime.network.Router;

/**
 * A router and the first packet of a connection: its destination is translated, it is routed,
 * firewalls are asked, its source is translated, and the router remembers it.
 */
record RouterDevice(
    Space space,
    Catalogue catalogue,
    Routes routes,
    Translations translations,
    Balancing balancing,
    Walls walls) {

  void pass(Stage.InRouter at, Headers packets, Run run) {
    Router router = catalogue.router(at.router());
    if (at.memory().isOutside() && !catalogue.meetsOutside(router)) {
      run.lose(at.memory(), packets);
      return;
    }
    Header entered = at.memory().header();
    Headers nobody =
        translations.inward(
            router,
            entered,
            packets,
            (inward, some) -> {
              boolean turnsBack = inward.outer() != null && !inward.outer().equals(at.from());
              boolean stays = inward.outer() != null && !catalogue.meetsOutside(router);
              if (stays || turnsBack && !router.hairpin()) {
                run.lose(at.memory(), some);
              } else {
                Memory memory = at.memory().with(inward.header());
                run.to(new Stage.Routing(at.router(), at.from(), entered, turnsBack, memory), some);
              }
            });
    run.lose(at.memory(), nobody);
  }

  void pass(Stage.Routing at, Headers packets, Run run) {
    Router router = catalogue.router(at.router());
    Headers none =
        routes.each(
            router,
            at.memory().header(),
            packets,
            (way, some) -> {
              Headers left =
                  way.via() != null
                      ? some
                      : balancing.choose(way.segment(), at.memory(), some, m -> again(at, m), run);
              along(at, router, way, left, run);
            });
    run.lose(at.memory(), none);
  }

  /** What a balancer translated on its way out is routed again. */
  private static Stage again(Stage.Routing at, Memory memory) {
    return new Stage.Routing(at.router(), at.from(), memory.header(), at.turnsBack(), memory);
  }

  private void along(Stage.Routing at, Router router, Routes.Way way, Headers packets, Run run) {
    boolean backIntoIsolation =
        at.from().equals(way.segment()) && catalogue.segment(at.from()).isolated();
    Header header = at.memory().header();
    Headers may =
        backIntoIsolation
            ? space.none()
            : walls.originPermits(at.memory()).and(walls.routerPermits(at.router(), header));
    if (way.external() != null && !catalogue.meetsOutside(router)) {
      run.lose(at.memory(), packets);
      return;
    }
    if (way.external() != null) {
      may = may.and(walls.externalPermits(way.external(), header));
    }
    run.lose(at.memory(), packets.minus(may));
    Headers permitted = packets.and(may);
    Translations.Taker<Header> out = (left, some) -> send(at, way, left, some, run);
    if (way.external() != null) {
      translations.outward(router, at.from(), way.segment(), header, permitted, out);
    } else if (at.turnsBack() && at.from().equals(way.segment())) {
      Headers rest = translations.own(router, way.segment(), header, permitted, out);
      out.take(header, rest);
    } else {
      out.take(header, permitted);
    }
  }

  private void send(Stage.Routing at, Routes.Way way, Header left, Headers packets, Run run) {
    Memory memory =
        at.memory().asked().with(left).passed(new Memory.Passage(at.router(), at.entered(), left));
    if (way.external() != null) {
      run.to(new Stage.AtEdge(way.external(), memory), packets);
    } else if (way.via() == null) {
      run.to(new Stage.OnWire(way.segment(), at.router(), memory), packets);
    } else {
      Router next = catalogue.routerAt(way.segment(), way.via());
      if (next == null) {
        run.lose(memory, packets);
      } else {
        run.to(new Stage.InRouter(next.name(), way.segment(), memory), packets);
      }
    }
  }
}
