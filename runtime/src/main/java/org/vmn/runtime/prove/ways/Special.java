package org.vmn.runtime.prove.ways;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.forward.Selection;
import org.vmn.runtime.forward.Steering;
import org.vmn.runtime.forward.Translation;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Chain;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Traffic;
import org.vmn.runtime.prove.classes.EndpointClass;
import org.vmn.runtime.prove.classes.Replica;
import org.vmn.runtime.prove.classes.Universe;
import org.vmn.runtime.prove.rows.Points;
import org.vmn.runtime.value.Ip;

/** Devices that look at ports, and those that choose among machines. */
public final class Special {
  private final Forwarding tables;
  private final Universe universe;
  private final Map<Ip, List<Balancer>> balancers = new HashMap<>();
  private final Map<Ip, TreeSet<Integer>> translated = new HashMap<>();
  private final TreeSet<Integer> steered = new TreeSet<>(Set.of(0));
  private final Set<EndpointClass> stages = new LinkedHashSet<>();

  public Special(Forwarding tables, Universe universe) {
    this.tables = tables;
    this.universe = universe;
    for (Balancer balancer : tables.network().balancers()) {
      balancers.computeIfAbsent(balancer.address(), a -> new ArrayList<>()).add(balancer);
      cut(balancer.address(), Points.of(balancer.protocol(), balancer.port()));
    }
    for (Router router : tables.network().routers()) {
      for (Router.Dnat dnat : router.dnat()) {
        cut(dnat.address(), Points.of(dnat.protocol(), dnat.port()));
      }
    }
    for (Steering steering : tables.chains()) {
      for (Selection selection : steering.selections()) {
        for (Traffic.Match match : selection.traffic()) {
          steered.add(Points.first(match));
          steered.add(Points.last(match) + 1);
        }
      }
      for (Chain.Stage stage : steering.chain().stages()) {
        stage.instances().forEach(m -> addClasses(m, stages));
      }
    }
    steered.remove(Points.LAST + 1);
  }

  private void cut(Ip address, int point) {
    TreeSet<Integer> cuts = translated.computeIfAbsent(address, a -> new TreeSet<>());
    cuts.add(point);
    cuts.add(point + 1);
  }

  private void addClasses(Member.Machines m, Set<EndpointClass> classes) {
    universe.forEachPiece(m.machine(), m.first(), m.last(), (c, first, last) -> classes.add(c));
  }

  /** Where devices begin to treat traffic that is sent to an address differently, from 0. */
  NavigableSet<Integer> cuts(Ip destination) {
    TreeSet<Integer> cuts = new TreeSet<>(steered);
    cuts.addAll(translated.getOrDefault(destination, new TreeSet<>()));
    return cuts;
  }

  /** Whether chains choose these machines. */
  boolean isStage(EndpointClass endpoints) {
    return stages.contains(endpoints);
  }

  /** The classes of the machines that may be chosen on the way. */
  Set<EndpointClass> pool(Ip destination, int point) {
    Set<EndpointClass> pool = new LinkedHashSet<>(stages);
    for (Balancer balancer : balancers.getOrDefault(destination, List.of())) {
      if (Points.of(balancer.protocol(), balancer.port()) == point) {
        balancer.targets().forEach(m -> addClasses(m, pool));
      }
    }
    return pool;
  }

  /** Two machines of each class, and the sender where it is among them. */
  public List<Translation.Target> representatives(
      List<Member.Machines> members, @Nullable Replica source) {
    Set<Translation.Target> chosen = new LinkedHashSet<>();
    for (Member.Machines m : members) {
      Machine machine = tables.sets().machine(m.machine());
      universe.forEachPiece(
          m.machine(),
          m.first(),
          m.last(),
          (endpoints, first, last) -> {
            chosen.add(new Translation.Target(machine, first));
            if (first < last) {
              chosen.add(new Translation.Target(machine, first + 1));
            }
            if (source != null
                && source.machine().name().equals(machine.name())
                && first <= source.offset()
                && source.offset() <= last) {
              chosen.add(new Translation.Target(machine, source.offset()));
            }
          });
    }
    return List.copyOf(chosen);
  }
}
