package org.vmn.generator.layout;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vmn.generator.lock.Fact;
import org.vmn.generator.lock.Lock;
import org.vmn.generator.lock.Values;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.network.Placement;
import org.vmn.runtime.network.Ref;

/**
 * The numbers that guests' adapters have as ports of their hosts' switches. What had numbers on a
 * host keeps them, so that flows of running guests stay right when others come and go.
 */
public final class SwitchPorts {
  /** Numbers below are for tunnels and patches. */
  public static final int FIRST = 1000;

  private final Map<Place, List<Integer>> numbers = new LinkedHashMap<>();
  private final Map<Ref, BitSet> taken = new HashMap<>();

  /** An adapter's declaration on one host. */
  private record Place(String machine, String nic, Ref host) {
    String owner() {
      String at = host.index() == 0 ? host.name() : host.name() + ":" + host.index();
      return machine + "." + nic + "/" + at;
    }
  }

  private SwitchPorts() {}

  /**
   * @param kept what was chosen before
   */
  public static SwitchPorts of(Network network, Lock kept) {
    SwitchPorts ports = new SwitchPorts();
    Map<Place, Integer> places = places(network);
    places.forEach((place, count) ->
        kept.values(network.name(), Fact.Kind.PORT, place.owner())
            .forEach(value -> ports.keep(place, Values.numbers(value), count)));
    places.forEach(ports::choose);
    return ports;
  }

  /** How many ports each adapter has on each host. */
  private static Map<Place, Integer> places(Network network) {
    Map<Place, Integer> places = new LinkedHashMap<>();
    for (Machine machine : network.machines()) {
      for (Nic nic : machine.nics()) {
        if (nic.trunk() == null) { // else it comes on another
          for (Placement.Block block : machine.placement().blocks()) {
            int size = block.hosts().size();
            for (int i = 0; i < Math.min(size, block.count()); i++) {
              int times = block.count() / size + (i < block.count() % size ? 1 : 0);
              places.merge(
                  new Place(machine.name(), nic.name(), block.hosts().get(i)), times, Integer::sum);
            }
          }
        }
      }
    }
    return places;
  }

  private void keep(Place place, List<Integer> before, int count) {
    BitSet used = taken(place.host());
    List<Integer> own = own(place);
    for (int number : before) {
      if (own.size() < count && number >= FIRST && !used.get(number)) {
        used.set(number);
        own.add(number);
      }
    }
  }

  private void choose(Place place, int count) {
    BitSet used = taken(place.host());
    List<Integer> own = own(place);
    for (int number = FIRST; own.size() < count; ) {
      number = used.nextClearBit(number);
      used.set(number);
      own.add(number);
    }
  }

  private BitSet taken(Ref host) {
    return taken.computeIfAbsent(host, h -> new BitSet());
  }

  private List<Integer> own(Place place) {
    return numbers.computeIfAbsent(place, p -> new ArrayList<>(1));
  }

  /**
   * The number of an adapter.
   *
   * @param nth which of its machine's replicas on the host, from 0
   */
  int number(Machine machine, Nic nic, Ref host, int nth) {
    return own(new Place(machine.name(), nic.name(), host)).get(nth);
  }

  /** What to keep. */
  public List<Fact> facts(String network) {
    List<Fact> facts = new ArrayList<>(numbers.size());
    numbers.forEach((place, own) ->
        facts.add(new Fact(network, Fact.Kind.PORT, place.owner(), Values.numbers(own))));
    return facts;
  }
}
