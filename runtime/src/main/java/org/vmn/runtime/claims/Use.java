package org.vmn.runtime.claims;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.network.Claim.Resource;
import org.vmn.runtime.network.Claim.Scope;
import org.vmn.runtime.network.Host;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Ref;

/** A bound on what is used of each host or zone, by all machines that run there. */
final class Use {
  private final Forwarding tables;
  private final Network network;

  Use(Forwarding tables) {
    this.tables = tables;
    network = tables.network();
  }

  Finding decide(Claim.Usage claim) {
    if (claim.scope() == Scope.LINK || claim.resource() == Resource.BANDWIDTH) {
      return new LinkLoad(tables).decide(claim);
    }
    Map<String, Total> totals = new LinkedHashMap<>();
    Occupancy occupancy = new Occupancy(tables, claim.resource());
    for (Host host : network.hosts()) {
      String zone = host.zone();
      String named = claim.scope() == Scope.ZONE ? zone : host.name();
      if (claim.name() != null && !claim.name().equals(named)) {
        continue;
      }
      for (int i = 0; i < host.replicas().count(); i++) {
        Ref ref = host.replicas().ref(host.name(), i);
        if (!tables.outage().host(ref)) {
          String key = claim.scope() == Scope.ZONE ? "zone " + zone : "host " + ref;
          totals
              .computeIfAbsent(key, k -> new Total())
              .add(host, claim.resource(), occupancy.of(ref));
        }
      }
    }
    for (Map.Entry<String, Total> entry : totals.entrySet()) {
      Total total = entry.getValue();
      if (!total.unstated.isEmpty()) {
        return Finding.unknown(
            "host `%s` doesn't say how much %s it has"
                .formatted(total.unstated.get(0), word(claim.resource())));
      }
      double share = total.capacity == 0 ? 0 : total.used / total.capacity;
      if (!within(claim, share)) {
        return Finding.fails(
            null,
            "%s uses %s of its %s: %s"
                .formatted(entry.getKey(), percent(share), word(claim.resource()), total.users()));
      }
    }
    return Finding.HOLDS;
  }

  static boolean within(Claim.Usage claim, double share) {
    if (share == claim.bound()) {
      return claim.inclusive();
    }
    return claim.below() == share < claim.bound();
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.4g", share * 100).replaceAll("\\.?0+$", "") + " %";
  }

  private static String word(Resource resource) {
    return resource.name().toLowerCase(Locale.ROOT);
  }

  /** What is used of one host, or of all of a zone. */
  private static final class Total {
    private final List<String> unstated = new ArrayList<>();
    private final Map<String, Double> users = new LinkedHashMap<>();
    private double capacity;
    private double used;

    void add(Host host, Resource resource, Map<String, Double> here) {
      double stated =
          switch (resource) {
            case CPU -> host.cpu();
            case MEMORY -> host.memoryBytes();
            default -> host.storageBytes();
          };
      if (stated == 0) {
        unstated.add(host.name());
      }
      capacity += stated;
      here.forEach((machine, amount) -> {
        used += amount;
        users.merge(machine, amount, Double::sum);
      });
    }

    /** Who uses it, each with its share, the greatest first. */
    String users() {
      List<Map.Entry<String, Double>> by = new ArrayList<>(users.entrySet());
      by.sort(Map.Entry.<String, Double>comparingByValue().reversed());
      List<String> words =
          by.stream()
              .limit(5)
              .map(e -> e.getKey() + " " + percent(e.getValue() / capacity))
              .toList();
      return String.join(", ", words);
    }
  }
}
