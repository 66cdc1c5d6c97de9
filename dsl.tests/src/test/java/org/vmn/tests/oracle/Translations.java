package org.vmn.tests.oracle;

import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Traffic;
import org.vmn.runtime.value.Ip;

/** What routers translate: floating addresses, ports that lead inside, their own address. */
record Translations(Space space) {
  /** Takes packets that have a header in common. */
  interface Taker<T> {
    void take(T what, Headers packets);
  }

  /** Packets to the outer addresses of a segment that a router translates. */
  Headers owned(Router router, String segment, Header header) {
    Headers owned = space.none();
    for (Router.Floating f : router.floating()) {
      owned = f.segment().equals(segment) ? owned.or(header.isTo(f.address())) : owned;
    }
    for (Router.Dnat d : router.dnat()) {
      owned = d.segment().equals(segment) ? owned.or(header.isTo(d.address())) : owned;
    }
    return owned;
  }

  /**
   * What a translated destination becomes.
   *
   * @param outer the segment whose address it was, or null when it stays
   */
  record Inward(@Nullable String outer, Header header) {}

  /** Ports first, then whole addresses; an outer address without either is nobody's. */
  Headers inward(Router router, Header header, Headers packets, Taker<Inward> taker) {
    Headers left = packets;
    for (Router.Dnat d : router.dnat()) {
      Headers taken =
          left.and(header.isTo(d.address()))
              .and(header.is(new Traffic.Match(d.protocol(), d.port(), d.port())));
      left = left.minus(taken);
      Header inside = header.to(new Address.Written(d.inside()), new Port.Written(d.insidePort()));
      taker.take(new Inward(d.segment(), inside), taken);
    }
    for (Router.Floating f : router.floating()) {
      Headers taken = left.and(header.isTo(f.address()));
      left = left.minus(taken);
      taker.take(new Inward(f.segment(), header.to(new Address.Written(f.inside()))), taken);
    }
    Headers nobody = space.none();
    for (Router.Port port : router.ports()) {
      nobody = nobody.or(owned(router, port.segment(), header));
    }
    taker.take(new Inward(null, header), left.minus(nobody));
    return left.and(nobody);
  }

  /** Gives what leaves towards an external the address that it leaves under. */
  void outward(
      Router router,
      String from,
      String towards,
      Header header,
      Headers packets,
      Taker<Header> taker) {
    Headers left = packets;
    for (Router.Floating f : router.floating()) {
      if (f.segment().equals(towards)) {
        Headers taken = left.and(header.isFrom(f.inside()));
        left = left.minus(taken);
        taker.take(header.from(new Address.Written(f.address())), taken);
      }
    }
    if (router.snat().contains(from)) {
      left = own(router, towards, header, left, taker);
    }
    taker.take(header, left);
  }

  /** Gives packets the router's own address on a segment; returns those of families without one. */
  Headers own(Router router, String segment, Header header, Headers packets, Taker<Header> taker) {
    Headers left = packets;
    for (Ip.Family family : Ip.Family.values()) {
      Ip own = Catalogue.address(router, segment, family);
      if (own != null) {
        Headers taken = left.and(space.family(family));
        left = left.minus(taken);
        taker.take(header.from(new Address.Written(own)), taken);
      }
    }
    return left;
  }
}
