package org.vmn.runtime.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongToDoubleFunction;
import org.vmn.runtime.network.Link;
import org.vmn.runtime.simulate.SimulationResult.OfLoad;
import org.vmn.runtime.simulate.SimulationResult.OfLoad.Meter;

/** Reads off at regular times how much machines, hosts and wires have done. Changes nothing. */
final class Gauges {
  private static final long SECOND = 1_000_000_000L;

  /** Steps: no plot shows more. */
  private static final int MOST_STEPS = 240;

  /** Values altogether: of networks with very many machines each has fewer. */
  private static final int MOST_VALUES = 4_000_000;

  private final World world;
  private final List<Gauge> gauges = new ArrayList<>();
  private long step;
  private long read;

  /** What only grows, such as bytes, or a level. */
  private static final class Gauge {
    final Meter meter;
    final String name;
    final double capacity;
    final LongToDoubleFunction total;
    final List<Double> values = new ArrayList<>();
    double before;

    Gauge(Meter meter, String name, double capacity, LongToDoubleFunction total) {
      this.meter = meter;
      this.name = name;
      this.capacity = capacity;
      this.total = total;
    }

    void read(long now) {
      double is = total.applyAsDouble(now);
      if (meter.isLevel()) {
        values.add(is);
        return;
      }
      // What was computed before a machine moved away may come back with the next digit of
      // rounding.
      values.add(Math.max(0, is - before));
      before = is;
    }
  }

  Gauges(World world) {
    this.world = world;
  }

  void begin() {
    for (Processor processor : world.stations.processors()) {
      String name = world.site.guests.ref(processor.replica).toString();
      add(Meter.MACHINE, name, processor.cpus, now -> world.cpu.work(processor, now) / SECOND);
    }
    for (int i = 0; i < world.site.guests.count(); i++) {
      int guest = i;
      add(Meter.PLACE, world.site.guests.ref(i).toString(), 0, now -> place(guest));
    }
    world.ends.adapters((out, name) -> wire(name, out, Meter.ADAPTER_OUT, Meter.ADAPTER_IN));
    Computed computed = new Computed(world);
    Housed housed = new Housed(world.site);
    for (int i = 0; i < world.site.hosts.count(); i++) {
      int host = i;
      String name = world.site.hosts.ref(host).toString();
      add(Meter.HOST, name, world.site.hosts.host(host).cpu(), now -> computed.on(host, now));
      add(Meter.UP, name, 0, now -> world.site.isUp(host) ? 1 : 0);
      add(Meter.MEMORY, name, 0, now -> housed.on(host, now));
    }
    for (Carriers.Used used : world.carriers.used()) {
      wire(used.uplink().toString(), used.out(), Meter.UPLINK_OUT, Meter.UPLINK_IN);
    }
    List<Link> wires = world.wiring.wires();
    for (int i = 0; i < wires.size(); i++) {
      wire(wires.get(i).name(), world.wiring.link(i), Meter.LINK_OUT, Meter.LINK_IN);
    }
    int steps = Math.max(1, Math.min(MOST_STEPS, MOST_VALUES / Math.max(1, gauges.size())));
    step = SECOND * Math.ceilDiv(Math.ceilDiv(world.end, SECOND), steps);
    world.agenda.add(step, this::read);
  }

  private double place(int guest) {
    return world.site.guests.runs(guest) ? world.site.guests.host[guest] + 1 : 0;
  }

  private void wire(String name, int link, Meter out, Meter in) {
    add(out, name, speed(link), now -> bytes(link, now));
    add(in, name, speed(link + 1), now -> bytes(link + 1, now));
  }

  private double speed(int link) {
    return world.links.isLimited(link) ? world.links.bytesPerSecond(link) : 0;
  }

  private double bytes(int link, long now) {
    return world.links.bytes(link, now) + world.couriers.bytes(link, now);
  }

  private void add(Meter meter, String name, double capacity, LongToDoubleFunction total) {
    gauges.add(new Gauge(meter, name, capacity, total));
  }

  private void read(long now) {
    gauges.forEach(g -> g.read(now));
    read = now;
    world.agenda.add(now + step, this::read);
  }

  /** At the end; what idled all the time is left out. */
  SimulationResult.Loads loads() {
    if (world.end > read) {
      gauges.forEach(g -> g.read(world.end));
      read = world.end;
    }
    return new SimulationResult.Loads(
        step,
        gauges.stream()
            .filter(g -> g.values.stream().anyMatch(v -> v > 0))
            .map(g -> new OfLoad(g.meter, g.name, g.capacity, g.values))
            .toList());
  }
}
