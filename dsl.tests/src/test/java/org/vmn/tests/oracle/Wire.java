package org.vmn.tests.oracle;

import java.util.List;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.value.Ip;

/** A segment: packets go to whoever has their destination on it, others to a way off. */
record Wire(
    Space space,
    Catalogue catalogue,
    Exits exits,
    Balancing balancing,
    Translations translations,
    Walls walls,
    Routes routes,
    boolean everyExit) {

  void pass(Stage.OnWire at, Headers packets, Run run) {
    Headers direct = packets.and(at.memory().header().isTo(catalogue.onLink(at.segment())));
    Headers left = balanced(at, direct, run);
    left = translated(at, left, run);
    left = adapters(at, left, run);
    left = neighbours(at, left, run);
    // Nobody, or a router, which answers nothing itself.
    run.lose(at.memory(), left);
    for (Ip.Family family : Ip.Family.values()) {
      leave(at, family, packets.minus(direct).and(space.family(family)), run);
    }
  }

  private Headers balanced(Stage.OnWire at, Headers packets, Run run) {
    Headers nobodys = packets.and(balancing.notTakenIn(at.segment(), at.memory()));
    run.lose(at.memory(), nobodys);
    Headers refused =
        balancing.choose(
            at.segment(),
            at.memory(),
            packets.minus(nobodys),
            m -> new Stage.OnWire(at.segment(), null, m),
            run);
    Headers virtual = refused.and(balancing.virtual(at.segment(), at.memory().header()));
    run.lose(at.memory(), virtual);
    return refused.minus(virtual);
  }

  /** A router that translates an address of the segment takes what is sent to it. */
  private Headers translated(Stage.OnWire at, Headers packets, Run run) {
    Headers left = packets;
    for (Router router : catalogue.routersOn(at.segment())) {
      Headers owned = left.and(translations.owned(router, at.segment(), at.memory().header()));
      if (!router.name().equals(at.by())) {
        run.to(new Stage.InRouter(router.name(), at.segment(), at.memory()), owned);
        left = left.minus(owned);
      }
    }
    return left;
  }

  private Headers adapters(Stage.OnWire at, Headers packets, Run run) {
    Headers left = packets;
    for (Spot.Adapter adapter : catalogue.adaptersOn(at.segment())) {
      Headers own = left.and(at.memory().header().isTo(adapter.addresses()));
      left = left.minus(own);
      boolean returned = at.memory().chosen() != null && adapter.equals(at.memory().client());
      boolean apart =
          catalogue.segment(at.segment()).isolated()
              && at.by() == null
              && at.memory().client() instanceof Spot.Adapter
              && !returned;
      if (apart) {
        run.lose(at.memory(), own);
      } else {
        run.to(new Stage.Entering(adapter, at.memory()), own);
      }
    }
    return left;
  }

  private Headers neighbours(Stage.OnWire at, Headers packets, Run run) {
    Headers left = packets;
    for (External external : catalogue.externalsOn(at.segment())) {
      if (external.gateways().isEmpty()) {
        Headers own = left.and(at.memory().header().isTo(external.addresses()));
        left = left.minus(own);
        Headers may =
            walls
                .originPermits(at.memory())
                .and(walls.externalPermits(external.name(), at.memory().header()));
        run.to(new Stage.AtEdge(external.name(), at.memory().asked()), own.and(may));
        run.lose(at.memory(), own.minus(may));
      }
    }
    return left;
  }

  /**
   * Guests use the first way off; who sits in one may use any. From outside only routers lead in,
   * any that knows the way, or else the first; who sits there may use any. What a balancer
   * translated leaves by the first.
   */
  private void leave(Stage.OnWire at, Ip.Family family, Headers packets, Run run) {
    boolean outside = at.memory().client() instanceof Spot.Outside;
    boolean balanced = at.memory().chosen() != null;
    List<Exits.Exit> ways =
        exits.of(at.segment(), family).stream()
            .filter(e -> !outside || e instanceof Exits.Exit.By)
            .toList();
    if (ways.isEmpty()) {
      run.lose(at.memory(), packets);
    } else if (everyExit && !balanced) {
      leave(at, ways, packets, run);
    } else if (outside && !balanced) {
      Headers nobodys = packets;
      for (Exits.Exit way : ways) {
        Headers some = packets.and(knows(((Exits.Exit.By) way).router(), at));
        nobodys = nobodys.minus(some);
        leave(at, List.of(way), some, run);
      }
      leave(at, ways.subList(0, 1), nobodys, run);
    } else {
      leave(at, ways.subList(0, 1), packets, run);
    }
  }

  /** What a router leads away from the segment, or translates. */
  private Headers knows(Router router, Stage.OnWire at) {
    Header header = at.memory().header();
    Headers own = translations.owned(router, at.segment(), header);
    Headers others = space.none();
    for (Router.Port port : router.ports()) {
      others = others.or(translations.owned(router, port.segment(), header));
    }
    Headers[] led = {space.none()};
    routes.each(
        router,
        header,
        space.all(),
        (way, some) ->
            led[0] =
                way.external() != null || way.segment().equals(at.segment())
                    ? led[0]
                    : led[0].or(some));
    return own.or(router.hairpin() ? others : space.none()).or(led[0].minus(own.or(others)));
  }

  private void leave(Stage.OnWire at, List<Exits.Exit> ways, Headers packets, Run run) {
    for (Exits.Exit way : ways) {
      switch (way) {
        case Exits.Exit.By by ->
            run.to(new Stage.InRouter(by.router().name(), at.segment(), at.memory()), packets);
        case Exits.Exit.To to -> {
          Headers may = walls.externalPermits(to.external().name(), at.memory().header());
          run.to(new Stage.AtEdge(to.external().name(), at.memory()), packets.and(may));
          run.lose(at.memory(), packets.minus(may));
        }
      }
    }
  }
}
