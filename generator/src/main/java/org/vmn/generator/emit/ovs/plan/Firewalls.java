package org.vmn.generator.emit.ovs.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.vmn.runtime.forward.Acl;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Router;

/**
 * The ordered lists of a network, numbered from 1 so that those of one router or external follow
 * one another: all of them are asked.
 */
public final class Firewalls {
  private final List<Acl> lists = new ArrayList<>();
  private final Map<String, Integer> routers = new LinkedHashMap<>();
  private final Map<String, Integer> externals = new LinkedHashMap<>();

  Firewalls(Forwarding forwarding) {
    Map<String, List<Acl>> onRouters = new LinkedHashMap<>();
    Map<String, List<Acl>> onExternals = new LinkedHashMap<>();
    for (Acl acl : forwarding.acls()) {
      String router = acl.firewall().router();
      (router != null ? onRouters : onExternals)
          .computeIfAbsent(
              router != null ? router : Objects.requireNonNull(acl.firewall().external()),
              n -> new ArrayList<>())
          .add(acl);
    }
    number(onRouters, routers);
    number(onExternals, externals);
  }

  private void number(Map<String, List<Acl>> of, Map<String, Integer> first) {
    of.forEach((name, acls) -> {
      first.put(name, lists.size() + 1);
      lists.addAll(acls);
    });
  }

  public boolean isEmpty() {
    return lists.isEmpty();
  }

  /** In order of their numbers. */
  public List<Acl> lists() {
    return List.copyOf(lists);
  }

  /** The number of a router's first list, or 0 when it has none. */
  public int first(Router router) {
    return routers.getOrDefault(router.name(), 0);
  }

  /** The number of an external's first list, or 0 when it has none. */
  public int first(External external) {
    return externals.getOrDefault(external.name(), 0);
  }

  /** Whether the list after this one is on the same element. */
  public boolean hasNext(int number) {
    return number < lists.size()
        && !routers.containsValue(number + 1)
        && !externals.containsValue(number + 1);
  }
}
