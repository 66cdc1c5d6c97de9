package org.vmn.runtime.simulate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Call;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Program;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Scenario;

/** Everything that a run works on, made from the network before the first request. */
final class World {
  // Purposes of random numbers.
  static final int ARRIVALS = 1;
  static final int PICKS = 2;
  static final int CHOICES = 3;
  static final int DEMANDS = 4;
  static final int CALLS = 5;
  static final int LOSSES = 6;
  static final int THOUGHTS = 7;

  private static final int[] NOTHING = {};

  final Network network;
  final Forwarding tables;
  final Routing routing;
  final Site site;
  final Gateways gateways;
  final Classes classes;
  final Links links;
  final Carriers carriers;
  final Wiring wiring;
  final Disks disks;
  final Ends ends;
  final Requests requests = new Requests();
  final Cpu cpu;
  final Stations stations;
  final Services services;
  final Calls calls;
  final Agenda agenda = new Agenda();
  final Couriers couriers;
  final Log log = new Log();
  final Randomness demands;
  final long warmup;
  final Tracer tracer;
  final @Nullable Gauges gauges;

  /** When it ends, or has ended. */
  long end;

  private final long seed;
  private int topology;

  World(Network network, Scenario scenario, Options options) {
    this.network = network;
    seed = options.seed();
    end = Math.min(scenario.durationNanos(), options.untilNanos());
    warmup = scenario.warmupNanos();
    tables = Forwarding.of(network);
    routing = new Routing(tables);
    site = new Site(network);
    gateways = new Gateways(this);
    classes = new Classes(network);
    links = new Links(random(LOSSES, 0), classes);
    carriers = new Carriers(network, site.hosts, links);
    wiring = new Wiring(network, carriers, links);
    disks = new Disks(site.hosts, links);
    ends = new Ends(tables, site, links, carriers, options.watch().loads());
    cpu = new Cpu(site);
    stations = new Stations(this, options);
    services = new Services(this, tables);
    calls = new Calls(this, random(CALLS, 0));
    couriers = new Couriers(links, agenda, classes);
    demands = random(DEMANDS, 0);
    tracer = new Tracer(this, options.watch().traceNanos());
    gauges = options.watch().loads() ? new Gauges(this) : null;
  }

  /** It ends earlier than it was to. */
  void endAt(long now) {
    end = now;
    services.all().forEach(p -> p.ledger().endAt(now));
    stations.ledgers().forEach(l -> l.endAt(now));
  }

  /** Makes what is called by what is asked, and a station for each target. */
  void complete() {
    for (int i = 0; i < services.all().size(); i++) {
      Pool pool = services.all().get(i);
      for (int target = 0; target < pool.targets().size(); target++) {
        Station station = stations.of(pool.targets().get(target), pool.door());
        pool.setStation(target, station);
        Program program = station.program;
        for (Call call : program.calls()) {
          calls.order(call);
        }
      }
    }
  }

  Randomness random(int purpose, int number) {
    return new Randomness(seed, (long) purpose << 32 | number);
  }

  /** Changes when ways over the fabric may have changed. */
  int topology() {
    return topology;
  }

  void rewired() {
    topology++;
  }

  /** The traffic class of a request's message at a position: the asking one, or the answer. */
  int classOf(int request, int position) {
    boolean asks = position < requests.trip[request].station();
    return classes.of(asks ? requests.client[request] : requests.server[request]);
  }

  /** The links from one host to another, without adapters; null when no way is left. */
  int @Nullable [] across(Carriers.Row row, int from, int to) {
    if (from == to) {
      return NOTHING;
    }
    int out = row.out(from);
    int in = row.in(to);
    if (out == Carriers.NONE || in == Carriers.NONE) {
      return out == in ? NOTHING : new int[] {Math.max(out, in)};
    }
    int[] between = wiring.between(out, in - 1);
    if (between == null) {
      return null;
    }
    int[] way = new int[between.length + 2];
    way[0] = out;
    System.arraycopy(between, 0, way, 1, between.length);
    way[way.length - 1] = in;
    return way;
  }

  /** The end that a machine uses to ask a service, or null when it has no address for that. */
  @Nullable End client(Machine machine, int offset, Door door) {
    Endpoints self =
        new Endpoints(
            machine.name(),
            List.of(new Member.Machines(machine.name(), offset, offset)),
            List.of());
    return ClientFinder.find(tables, ends, door, self).only();
  }

  /** Where clients outside come in who ask a machine itself. */
  Gateways.Gateway gateway(Machine machine) {
    for (Router router : network.routers()) {
      Ref gateway = router.gateway();
      if (gateway != null) {
        return gateways.of(gateway, router.standby());
      }
    }
    return gateways.of(site.hosts.ref(site.guests.host[site.guests.first(machine.name())]), null);
  }
}
