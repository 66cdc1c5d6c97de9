package org.vmn.runtime.prove;

import static org.vmn.runtime.TestNetworks.at;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.vmn.runtime.network.Addresses;
import org.vmn.runtime.network.Assertion;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.Firewall;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.network.Policy;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.value.IpRange;

/** What a person may do to a network while it is proved again and again. */
final class RandomEdits {
  private final Random random;
  private final RandomNetworks dice;
  private int added;

  RandomEdits(Random random, RandomNetworks dice) {
    this.random = random;
    this.dice = dice;
  }

  Network edited(Network n) {
    return switch (random.nextInt(12)) {
      case 0, 1, 2 -> withRules(n, rules(n.policy().rules()));
      case 3 -> withRules(n, regrouped(n.policy().rules()));
      case 4, 5 -> withAssertions(n, assertions(n.assertions()));
      case 6 -> with(n, moreMachines(n), n.firewalls(), n.policy(), n.assertions());
      case 7 -> with(n, otherMachines(n.machines()), n.firewalls(), n.policy(), n.assertions());
      case 8 -> with(n, n.machines(), firewalls(n.firewalls()), n.policy(), n.assertions());
      case 9 -> {
        Policy p = n.policy();
        Policy other = new Policy(!p.allowByDefault(), p.log(), p.rules(), p.origin());
        yield random.nextInt(4) > 0
            ? n
            : with(n, n.machines(), n.firewalls(), other, n.assertions());
      }
      case 10 -> edited(edited(n));
      default -> n;
    };
  }

  private List<Policy.Rule> rules(List<Policy.Rule> rules) {
    List<Policy.Rule> edited = new ArrayList<>(rules);
    int at = random.nextInt(rules.size() + 1);
    if (at == rules.size() || random.nextInt(3) == 0) {
      edited.add(at, dice.rule());
      return edited;
    }
    Policy.Rule rule = rules.get(at);
    switch (random.nextInt(5)) {
      case 0 -> edited.remove(at);
      case 1 -> Collections.swap(edited, at, random.nextInt(edited.size()));
      case 2 -> edited.add(random.nextInt(edited.size()), edited.remove(at));
      case 3 -> edited.set(at, rule(rule, rule.from(), dice.set()));
      default ->
          edited.set(
              at,
              new Policy.Rule(
                  rule.action(),
                  rule.from(),
                  rule.to(),
                  dice.traffic(),
                  rule.log(),
                  rule.origin()));
    }
    return edited;
  }

  private static Policy.Rule rule(Policy.Rule rule, Endpoints from, Endpoints to) {
    return new Policy.Rule(rule.action(), from, to, rule.traffic(), rule.log(), rule.origin());
  }

  /** A group has other members: so have all rules that speak of it. */
  private List<Policy.Rule> regrouped(List<Policy.Rule> rules) {
    if (rules.isEmpty()) {
      return rules;
    }
    Endpoints group = rules.get(random.nextInt(rules.size())).from();
    Endpoints other = dice.set();
    return rules.stream()
        .map(r ->
            rule(
                r,
                r.from().equals(group) ? other : r.from(),
                r.to().equals(group) ? other : r.to()))
        .toList();
  }

  private List<Assertion> assertions(List<Assertion> assertions) {
    List<Assertion> edited = new ArrayList<>(assertions);
    int at = random.nextInt(assertions.size() + 1);
    switch (at == assertions.size() ? 0 : random.nextInt(5)) {
      case 0 -> edited.add(at, dice.assertion());
      case 1 -> edited.remove(at);
      case 2 -> edited.set(at, dice.assertion());
      case 3 -> edited.add(new Assertion("no loops", new Claim.NoLoops(), at(1)));
      default -> edited.add(random.nextInt(edited.size()), edited.remove(at));
    }
    return edited;
  }

  private List<Machine> moreMachines(Network n) {
    List<Machine> machines = new ArrayList<>(n.machines());
    Segment on = n.segments().get(random.nextInt(n.segments().size()));
    Machine like = machines.get(0);
    Nic nic = like.nics().get(0);
    int host = 80 + added++;
    List<Addresses> addresses =
        on.subnets().stream()
            .map(p -> new Addresses(p, List.of(IpRange.of(p.first().plus(host)))))
            .toList();
    machines.add(
        random.nextInt(machines.size() + 1),
        machine(
            like,
            "x" + added,
            1,
            List.of(
                new Nic(
                    "nic1",
                    on.name(),
                    nic.mac().plus(1000 + added),
                    addresses,
                    0,
                    random.nextInt(4) == 0,
                    0,
                    null,
                    null,
                    nic.origin()))));
    return machines;
  }

  /** Larger, or cut off. */
  private List<Machine> otherMachines(List<Machine> machines) {
    List<Machine> edited = new ArrayList<>(machines);
    int at = random.nextInt(machines.size());
    Machine m = machines.get(at);
    edited.set(
        at,
        random.nextInt(3) == 0
            ? RandomNetworks.quarantined(m)
            : machine(m, m.name(), m.count(), m.nics()));
    return edited;
  }

  private static Machine machine(Machine m, String name, int count, List<Nic> nics) {
    return new Machine(
        name,
        count == m.count() ? m.replicas() : new org.vmn.runtime.network.Replicas(count, false),
        m.cpu() + 1,
        m.memoryBytes(),
        m.disks(),
        m.users(),
        nics,
        m.programs(),
        count == m.count() ? m.placement() : org.vmn.runtime.TestNetworks.onHost(count, "kvm[1]"),
        m.labels(),
        m.hardware(),
        m.provision(),
        m.scale(),
        m.protect(),
        m.quarantined(),
        m.documentation(),
        m.origin());
  }

  private List<Firewall> firewalls(List<Firewall> firewalls) {
    return firewalls.stream()
        .map(f ->
            new Firewall(
                f.name(),
                f.router(),
                f.external(),
                f.allowByDefault(),
                f.rules().subList(0, random.nextInt(f.rules().size() + 1)),
                f.origin()))
        .toList();
  }

  private static Network withRules(Network n, List<Policy.Rule> rules) {
    Policy p = n.policy();
    return with(
        n,
        n.machines(),
        n.firewalls(),
        new Policy(p.allowByDefault(), p.log(), rules, p.origin()),
        n.assertions());
  }

  private static Network withAssertions(Network n, List<Assertion> assertions) {
    return with(n, n.machines(), n.firewalls(), n.policy(), assertions);
  }

  private static Network with(
      Network n,
      List<Machine> machines,
      List<Firewall> firewalls,
      Policy policy,
      List<Assertion> assertions) {
    return n.but()
        .firewalls(firewalls)
        .machines(machines)
        .policy(policy)
        .assertions(assertions)
        .build();
  }
}
