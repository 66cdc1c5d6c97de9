package org.vmn.tests.oracle;

import java.util.List;
import org.vmn.runtime.network.Firewall;
import org.vmn.runtime.network.Policy;

/** Firewalls: the first rule that matches decides. */
record Walls(Space space, Catalogue catalogue, Sets sets) {

  List<Firewall> ofRouter(String router) {
    return catalogue.network().firewalls().stream().filter(f -> router.equals(f.router())).toList();
  }

  Headers routerPermits(String router, Header header) {
    return permit(ofRouter(router), header);
  }

  Headers externalPermits(String external, Header header) {
    return permit(
        catalogue.network().firewalls().stream()
            .filter(f -> external.equals(f.external()))
            .toList(),
        header);
  }

  /** The firewalls of the external that packets come from, when they haven't been asked. */
  Headers originPermits(Memory memory) {
    return memory.unasked() && memory.client() instanceof Spot.Outside o
        ? externalPermits(o.external().name(), memory.header())
        : space.all();
  }

  private Headers permit(List<Firewall> walls, Header header) {
    return walls.stream().map(w -> permits(w, header)).reduce(space.all(), Headers::and);
  }

  private Headers permits(Firewall wall, Header header) {
    Headers permitted = space.none();
    Headers left = space.all();
    for (Firewall.Rule rule : wall.rules()) {
      Headers matched =
          left.and(new Selection(rule.from(), rule.to(), rule.traffic()).matches(sets, header));
      permitted = rule.action() == Policy.Action.ALLOW ? permitted.or(matched) : permitted;
      left = left.minus(matched);
    }
    return wall.allowByDefault() ? permitted.or(left) : permitted;
  }
}
