package org.vmn.tests.oracle;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.forward.Choices;
import org.vmn.runtime.forward.Exit;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.forward.Packet;
import org.vmn.runtime.forward.Place;
import org.vmn.runtime.forward.Translation;
import org.vmn.runtime.forward.Walk;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Chain;
import org.vmn.runtime.network.Element;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpRange;

/**
 * Walks packets from within each region of headers that the second engine tells apart and from the
 * borders of all tables, and says where the walk ends otherwise than the region.
 */
final class Walking {
  private final Forwarding forwarding;
  private final Space space = new Space();
  private final Devices devices;
  private final Catalogue catalogue;
  private final Borders borders;
  private final Random random;
  private final Samples samples;

  /** What a balancer chose on the walk just taken. */
  private Memory.@Nullable Chosen met;

  /**
   * @param down machines, routers and hosts that have failed
   */
  Walking(Network network, Set<Element> down, long seed) {
    forwarding = Forwarding.of(network).without(down);
    catalogue = new Catalogue(network, down);
    devices = new Devices(space, catalogue, false);
    borders = new Borders(network);
    random = new Random(seed);
    samples = new Samples(space, random);
  }

  /**
   * @param packets how many from each place
   */
  List<String> differences(int packets) {
    List<String> differences = new ArrayList<>();
    for (Spot spot : catalogue.spots()) {
      Run run = devices.start(spot);
      List<Headers> regions = new ArrayList<>();
      run.completed().values().forEach(r -> regions.add(r));
      run.lost().values().forEach(r -> regions.add(r));
      List<Ip> own = spot.addresses().ranges().stream().map(IpRange::first).toList();
      for (int i = 0; i < packets; i++) {
        Packet packet =
            i < regions.size() || own.isEmpty()
                ? samples.any(regions.get(i % regions.size()))
                : borders.packet(random, own);
        if (!toItself(spot, packet)) {
          compare(spot, run, packet, differences);
        }
      }
    }
    return differences;
  }

  private static boolean toItself(Spot spot, Packet packet) {
    return switch (spot) {
      case Spot.Adapter a ->
          Catalogue.adapters(a.machine(), a.offset()).stream()
              .anyMatch(own -> own.addresses().contains(packet.destination()));
      case Spot.Outside o -> o.addresses().contains(packet.destination());
    };
  }

  private void compare(Spot spot, Run run, Packet packet, List<String> differences) {
    boolean[] only = samples.bits(packet);
    Set<Memory.@Nullable Chosen> choices = new LinkedHashSet<>();
    run.completed().forEach((m, r) -> addIf(r.contains(only), choices, m));
    run.lost().forEach((m, r) -> addIf(r.contains(only), choices, m));
    for (Memory.@Nullable Chosen wanted : choices) {
      met = null;
      Walk walk = forwarding.walk(place(spot), packet, choices(wanted), Exit.USUAL);
      // By other routes it may have met another balancer, or none.
      Memory.@Nullable Chosen chosen = met;
      boolean completes = has(run.completed(), chosen, only);
      boolean fails = has(run.lost(), chosen, only);
      boolean arrives =
          run.delivered().entrySet().stream()
              .anyMatch(e -> same(e.getKey().memory(), chosen) && e.getValue().contains(only));
      if (!(walk.completes() ? completes : fails) || walk.arrives() && !arrives) {
        differences.add(
            "%s from %s choosing %s: arrives %s, completes %s, fails %s, but %s"
                .formatted(packet, spot, chosen, arrives, completes, fails, walk.deciding()));
      }
    }
  }

  private static void addIf(
      boolean condition, Set<Memory.@Nullable Chosen> choices, Memory memory) {
    if (condition) {
      choices.add(memory.chosen());
    }
  }

  private static boolean has(
      Map<Memory, Headers> in, Memory.@Nullable Chosen chosen, boolean[] only) {
    return in.entrySet().stream()
        .anyMatch(e -> same(e.getKey(), chosen) && e.getValue().contains(only));
  }

  private static boolean same(Memory memory, Memory.@Nullable Chosen chosen) {
    return Objects.equals(memory.chosen(), chosen);
  }

  private Place place(Spot spot) {
    return switch (spot) {
      case Spot.Adapter a -> new Place.Adapter(a.machine(), a.offset(), a.nic());
      case Spot.Outside o -> new Place.Outside(o.external());
    };
  }

  /** A balancer's choice as given, all others at random. */
  private Choices choices(Memory.@Nullable Chosen chosen) {
    return new Choices() {
      @Override
      public int route(int count) {
        return random.nextInt(count);
      }

      @Override
      public Translation.@Nullable Target target(Balancer balancer, Pool pool) {
        Translation.@Nullable Target target =
            chosen == null || !chosen.balancer().equals(balancer.name())
                ? pool.first()
                : new Translation.Target(chosen.machine(), chosen.offset());
        if (target != null) {
          met = new Memory.Chosen(balancer.name(), target.machine(), target.offset());
        }
        return target;
      }

      @Override
      public Translation.@Nullable Target instance(Chain.Stage stage, Pool pool) {
        return pool.first();
      }
    };
  }
}
