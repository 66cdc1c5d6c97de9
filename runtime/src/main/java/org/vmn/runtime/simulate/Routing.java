package org.vmn.runtime.simulate;

import java.util.List;
import java.util.TreeSet;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Element;

/** The tables that forward at this moment: without the routers that are down. */
final class Routing {
  private final Forwarding all;
  private final TreeSet<String> broken = new TreeSet<>();
  private Forwarding tables;
  private int version;

  Routing(Forwarding all) {
    this.all = all;
    tables = all;
  }

  Forwarding tables() {
    return tables;
  }

  /** Changes with the tables. */
  int version() {
    return version;
  }

  boolean isBroken() {
    return !broken.isEmpty();
  }

  void set(String router, boolean works) {
    boolean changes = works ? broken.remove(router) : broken.add(router);
    if (changes) {
      List<Element> failed = broken.stream().map(r -> (Element) new Element.OfRouter(r)).toList();
      tables = failed.isEmpty() ? all : all.without(failed);
      version++;
    }
  }
}
