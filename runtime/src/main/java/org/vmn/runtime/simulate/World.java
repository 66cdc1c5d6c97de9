package org.vmn.runtime.simulate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Load;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Scenario;

/** Everything that a run works on, made from the network before the first request. */
final class World {
  // Purposes of random numbers.
  private static final int ARRIVALS = 1;
  private static final int PICKS = 2;
  private static final int CHOICES = 3;
  private static final int DEMANDS = 4;

  final Links links = new Links();
  final Requests requests = new Requests();
  final Stations stations;
  final Carriers carriers;
  final Map<String, Pool> pools = new LinkedHashMap<>();
  final List<Stream> streams = new ArrayList<>();
  final Randomness demands;

  World(Network network, Scenario scenario, Options options) {
    Forwarding tables = Forwarding.of(network);
    Hosts hosts = new Hosts(network, scenario);
    long end = scenario.durationNanos();
    stations = new Stations(requests, options.queue());
    carriers = new Carriers(network, hosts, links);
    Ends ends = new Ends(tables, hosts, links, carriers, scenario);
    demands = random(options, DEMANDS, 0);
    for (Balancer balancer : network.balancers()) {
      boolean loaded =
          requests(scenario).anyMatch(load -> Bounds.balancer(load).equals(balancer.name()));
      if (loaded) {
        Randomness choices = random(options, CHOICES, pools.size());
        Ledger ledger = new Ledger(end, options.timeoutNanos());
        pools.put(balancer.name(), new Pool(balancer, tables, ends, choices, ledger));
      }
    }
    for (Load.Requests load : requests(scenario).toList()) {
      Pool pool = pool(Bounds.balancer(load));
      int number = streams.size();
      streams.add(
          new Stream(
              load,
              pool,
              ClientFinder.find(tables, ends, pool.balancer(), load.from()),
              new Arrivals(load, end, random(options, ARRIVALS, number)),
              random(options, PICKS, number),
              carriers));
    }
  }

  private static java.util.stream.Stream<Load.Requests> requests(Scenario scenario) {
    return scenario.loads().stream().map(Load.Requests.class::cast);
  }

  private static Randomness random(Options options, int purpose, int number) {
    return new Randomness(options.seed(), (long) purpose << 32 | number);
  }

  Pool pool(String balancer) {
    Pool pool = pools.get(balancer);
    if (pool == null) {
      throw new IllegalArgumentException("no load goes to balancer `" + balancer + "`");
    }
    return pool;
  }
}
