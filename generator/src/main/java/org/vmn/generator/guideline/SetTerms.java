package org.vmn.generator.guideline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vmn.dsl.guidelines.ElementKind;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Origin;

/**
 * The terms of an endpoint set as its source writes them: groups are still groups there. What
 * {@code except} takes out is none of them.
 */
final class SetTerms {
  private static final String ADDRESS = "address";

  private final Map<String, String> kinds = new HashMap<>();

  SetTerms(Network network) {
    network.machines().forEach(m -> kinds.put(m.name(), "vm"));
    network.segments().forEach(s -> kinds.put(s.name(), "segment"));
    network.externals().forEach(e -> kinds.put(e.name(), "external"));
    network.balancers().forEach(b -> kinds.put(b.name(), "balancer"));
    network.groups().forEach(g -> kinds.put(g.name(), "group"));
    kinds.put("any", "any");
  }

  List<Element> of(ElementKind kind, Endpoints set, Origin origin) {
    List<Element> terms = new ArrayList<>();
    for (String term : set.text().split(" except ", 2)[0].split(",", -1)) {
      String name = term.strip().replaceAll("\\s*\\[.*", "");
      terms.add(
          Element.of(
              kind, name, origin, Map.of("name", name, "kind", kinds.getOrDefault(name, ADDRESS))));
    }
    return terms;
  }
}
