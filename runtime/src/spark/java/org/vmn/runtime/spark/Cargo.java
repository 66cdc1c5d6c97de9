package org.vmn.runtime.spark;

import java.io.IOException;
import java.io.Serializable;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.campaign.Campaign;
import org.vmn.runtime.campaign.Trial;
import org.vmn.runtime.campaign.Variant;
import org.vmn.runtime.config.NetworkConfig;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Scenario;

/**
 * A campaign on its way to the executors: networks in the published format, each with the scenarios
 * of all of its variants, so that variants of one network cost it once.
 */
final class Cargo implements Serializable {
  private static final long serialVersionUID = 1;

  /** A variant: its network, and its scenario in there. */
  private record Item(String label, int network, int scenario, String name, int failures)
      implements Serializable {}

  private final ArrayList<String> networks = new ArrayList<>();
  private final ArrayList<Item> items = new ArrayList<>();
  private final int runs;
  private final long seed;

  /** Read by the first task of an executor. */
  private transient @Nullable Campaign unpacked;

  Cargo(Campaign campaign) {
    runs = campaign.runs();
    seed = campaign.seed();
    Map<Network, Integer> numbers = new IdentityHashMap<>();
    List<Network> distinct = new ArrayList<>();
    List<List<Scenario>> scenarios = new ArrayList<>();
    for (Variant variant : campaign.variants()) {
      int network =
          numbers.computeIfAbsent(
              variant.network(),
              n -> {
                distinct.add(n);
                scenarios.add(new ArrayList<>());
                return distinct.size() - 1;
              });
      List<Scenario> all = scenarios.get(network);
      // Scenarios of one network have names of their own.
      all.add(named(variant.scenario(), "s" + all.size()));
      String name = variant.scenario().name();
      items.add(new Item(variant.label(), network, all.size() - 1, name, variant.failures()));
    }
    for (int i = 0; i < distinct.size(); i++) {
      networks.add(write(with(distinct.get(i), scenarios.get(i))));
    }
  }

  /** The trial with a number, as {@link Campaign#trial}. */
  Trial trial(int number) {
    return unpack().trial(number);
  }

  private synchronized Campaign unpack() {
    Campaign campaign = unpacked;
    if (campaign == null) {
      List<Network> read = networks.stream().map(Cargo::read).toList();
      List<Variant> variants = new ArrayList<>();
      for (Item item : items) {
        Network network = read.get(item.network);
        Scenario scenario = named(network.scenarios().get(item.scenario), item.name);
        variants.add(new Variant(item.label, network, scenario, item.failures));
      }
      campaign = new Campaign(variants, runs, seed);
      unpacked = campaign;
    }
    return campaign;
  }

  private static String write(Network network) {
    StringWriter text = new StringWriter();
    try {
      NetworkConfig.write(network, text);
    } catch (IOException e) {
      throw new IllegalStateException("strings can be written", e);
    }
    return text.toString();
  }

  private static Network read(String text) {
    try {
      return NetworkConfig.read(new StringReader(text));
    } catch (IOException e) {
      throw new IllegalStateException("what was written can be read", e);
    }
  }

  private static Scenario named(Scenario s, String name) {
    return new Scenario(
        name,
        s.durationNanos(),
        s.warmupNanos(),
        s.loads(),
        s.events(),
        s.expectations(),
        s.origin());
  }

  private static Network with(Network n, List<Scenario> scenarios) {
    return n.but()
        .assertions(List.of())
        .scenarios(scenarios)
        .monitors(List.of())
        .deployments(List.of())
        .build();
  }
}
