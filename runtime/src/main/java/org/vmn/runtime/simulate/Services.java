package org.vmn.runtime.simulate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.forward.Translation;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.network.Program;
import org.vmn.runtime.network.Service;
import org.vmn.runtime.network.Traffic;
import org.vmn.runtime.value.Ip;

/**
 * The services that are asked: a pool for each balancer and each program, made when first named.
 */
final class Services {
  private final World world;
  private final Forwarding tables;
  private final Map<String, Pool> balancers = new LinkedHashMap<>();
  private final Map<String, Pool> programs = new LinkedHashMap<>();

  Services(World world, Forwarding tables) {
    this.world = world;
    this.tables = tables;
  }

  Pool of(Service service) {
    return switch (service) {
      case Service.AtBalancer at -> {
        Pool known = balancers.get(at.balancer());
        if (known == null) {
          known = balancer(at.balancer());
          balancers.put(at.balancer(), known);
        }
        yield known;
      }
      case Service.AtProgram at -> {
        String name = at.machine() + "." + at.program();
        Pool known = programs.get(name);
        if (known == null) {
          known = program(name, at);
          programs.put(name, known);
        }
        yield known;
      }
    };
  }

  @Nullable Pool balancerNamed(String name) {
    return balancers.get(name);
  }

  @Nullable Pool programNamed(String name) {
    return programs.get(name);
  }

  List<Pool> all() {
    List<Pool> all = new ArrayList<>(balancers.values());
    all.addAll(programs.values());
    return all;
  }

  private Pool balancer(String name) {
    Balancer balancer =
        tables.network().balancers().stream()
            .filter(b -> b.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no balancer `" + name + "`"));
    Door door =
        new Door(
            name,
            balancer.address(),
            balancer.protocol(),
            balancer.port(),
            world.gateways.of(balancer.gateway(), balancer.standby()),
            balancer);
    Set<Integer> seen = new LinkedHashSet<>();
    List<End> targets = new ArrayList<>();
    for (Member.Machines member : balancer.targets()) {
      Machine machine = tables.sets().machine(member.machine());
      for (int offset = member.first(); offset <= member.last(); offset++) {
        if (seen.add(world.site.guests.first(machine.name()) + offset)) {
          targets.add(
              end(machine, offset, Translation.targetAddress(balancer, machine, offset), name));
        }
      }
    }
    return pool(door, targets, balancer.algorithm(), new Ledger(world.end, world.warmup));
  }

  private Pool program(String name, Service.AtProgram at) {
    Machine machine = tables.sets().machine(at.machine());
    Program program = Programs.named(machine, at.program());
    Traffic.Match port = program.ports().matches().get(0);
    Ip first = machine.nics().get(0).at(0).get(0);
    Door door =
        new Door(
            name,
            first,
            port.protocol() == Traffic.Protocol.ANY ? Traffic.Protocol.TCP : port.protocol(),
            port.firstPort(),
            world.gateway(machine),
            null);
    List<End> targets = new ArrayList<>();
    for (int offset = 0; offset < machine.count(); offset++) {
      targets.add(end(machine, offset, machine.nics().get(0).at(offset).get(0), name));
    }
    return pool(
        door, targets, Balancer.Algorithm.ROUND_ROBIN, world.stations.ledger(machine, program));
  }

  private Pool pool(Door door, List<End> targets, Balancer.Algorithm algorithm, Ledger ledger) {
    int number = balancers.size() + programs.size();
    Randomness choices = world.random(World.CHOICES, number);
    Chooser chooser = Chooser.of(algorithm, targets.size(), choices);
    for (int i = 0; i < targets.size(); i++) {
      if (world.site.guests.isOff(targets.get(i).replica())) {
        chooser.down(i);
      }
    }
    return new Pool(door, targets, chooser, new Passage(world.routing, door), ledger);
  }

  private End end(Machine machine, int offset, @Nullable Ip ip, String service) {
    for (Nic nic : machine.nics()) {
      if (ip != null && nic.at(offset).contains(ip)) {
        return world.ends.of(machine, offset, nic, ip);
      }
    }
    throw new IllegalArgumentException(
        machine.ref(offset) + " has no address for `" + service + "`");
  }
}
