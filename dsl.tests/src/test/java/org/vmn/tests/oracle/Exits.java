package org.vmn.tests.oracle;

import java.util.ArrayList;
import java.util.List;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.value.Ip;

/** The ways off a segment: its routers in order of declaration, then gateways of externals. */
record Exits(Space space, Catalogue catalogue) {

  /** A way off. */
  sealed interface Exit {
    record By(Router router) implements Exit {}

    record To(External external) implements Exit {}
  }

  List<Exit> of(String segment, Ip.Family family) {
    List<Exit> exits = new ArrayList<>();
    for (Router router : catalogue.routersOn(segment)) {
      if (Catalogue.has(router, segment, family)) {
        exits.add(new Exit.By(router));
      }
    }
    for (External external : catalogue.externalsOn(segment)) {
      if (external.gateways().stream().anyMatch(g -> g.family() == family)) {
        exits.add(new Exit.To(external));
      }
    }
    return exits;
  }

  /**
   * For which destinations a guest's own routing table chooses an adapter among several: the first
   * on whose segment they are, else the first with a way off, else the first.
   */
  Headers chosen(Spot.Adapter adapter, List<Spot.Adapter> among, Header header) {
    Headers chosen = space.none();
    Headers open = space.all();
    for (Spot.Adapter candidate : among) {
      Headers direct = header.isTo(catalogue.onLink(candidate.segment()));
      chosen = candidate.equals(adapter) ? chosen.or(open.and(direct)) : chosen;
      open = open.minus(direct);
    }
    for (Spot.Adapter candidate : among) {
      Headers leads = leads(candidate.segment());
      chosen = candidate.equals(adapter) ? chosen.or(open.and(leads)) : chosen;
      open = open.minus(leads);
    }
    return among.get(0).equals(adapter) ? chosen.or(open) : chosen;
  }

  private Headers leads(String segment) {
    Headers leads = space.none();
    for (Ip.Family family : Ip.Family.values()) {
      leads = of(segment, family).isEmpty() ? leads : leads.or(space.family(family));
    }
    return leads;
  }
}
