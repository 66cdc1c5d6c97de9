package org.vmn.generator.elaborate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.vmn.Host;
import org.vmn.dsl.vmn.HostTerm;
import org.vmn.dsl.vmn.Pick;
import org.vmn.dsl.vmn.UplinkTerm;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.Replicas;
import org.vmn.runtime.network.UplinkRef;

/** Which replicas {@code name}, {@code name[*]}, {@code name[2]} and {@code name[1..3]} mean. */
final class Picks {
  private Picks() {}

  /** Zero-based, both included. */
  record Range(int first, int last) {}

  static Range range(@Nullable Pick pick, Replicas replicas) {
    if (pick == null || pick.isAll()) {
      return new Range(0, replicas.count() - 1);
    }
    int first = Integer.parseInt(pick.getFirst()) - 1;
    int last = pick.getLast() == null ? first : Integer.parseInt(pick.getLast()) - 1;
    return new Range(first, last);
  }

  static List<Ref> hosts(Host host, @Nullable Pick pick) {
    Replicas replicas = Context.replicas(host.getCount());
    Range range = range(pick, replicas);
    List<Ref> refs = new ArrayList<>();
    for (int i = range.first(); i <= range.last(); i++) {
      refs.add(replicas.ref(host.getName(), i));
    }
    return refs;
  }

  static List<Ref> hosts(List<HostTerm> terms) {
    return terms.stream()
        .flatMap(t -> hosts(t.getHost(), t.getPick()).stream())
        .distinct()
        .toList();
  }

  static List<UplinkRef> uplinks(List<UplinkTerm> terms) {
    return terms.stream()
        .flatMap(t ->
            hosts(t.getHost(), t.getPick()).stream()
                .map(h -> new UplinkRef(h, t.getUplink().getName())))
        .distinct()
        .toList();
  }
}
