package org.vmn.tests.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Chain;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.Firewall;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Policy;
import org.vmn.runtime.network.Traffic;
import org.vmn.runtime.network.Traffic.Protocol;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpSet;

/** Sets and traffic, and what speaks of them: the policy, firewalls, chains. */
record RandomRules(Sketch sketch) {

  Policy policy() {
    List<Policy.Rule> rules = new ArrayList<>();
    sketch.times(7, i -> rules.add(rule()));
    return new Policy(sketch.below(3) > 0, false, rules, sketch.here());
  }

  private Policy.Rule rule() {
    return new Policy.Rule(action(), endpoints(), endpoints(), traffic(), false, sketch.here());
  }

  private Policy.Action action() {
    return sketch.one(2) ? Policy.Action.ALLOW : Policy.Action.DENY;
  }

  Optional<Firewall> firewall(int i) {
    boolean onRouter = !sketch.routers.isEmpty() && (sketch.externals.isEmpty() || sketch.one(2));
    if (!onRouter && sketch.externals.isEmpty()) {
      return Optional.empty();
    }
    List<Firewall.Rule> rules = new ArrayList<>();
    sketch.times(
        5,
        r ->
            rules.add(
                new Firewall.Rule(
                    action(), endpoints(), endpoints(), traffic(), false, sketch.here())));
    return Optional.of(
        new Firewall(
            "f" + i,
            onRouter ? sketch.any(sketch.routers).name() : null,
            onRouter ? null : sketch.any(sketch.externals).name(),
            sketch.one(2),
            rules,
            sketch.here()));
  }

  /** Through machines that have an adapter, if there is one. */
  Optional<Chain> chain(int i) {
    List<Machine> attached = sketch.machines.stream().filter(m -> !m.nics().isEmpty()).toList();
    if (attached.isEmpty()) {
      return Optional.empty();
    }
    List<Chain.Stage> stages = new ArrayList<>();
    for (int s = 0; s < (sketch.one(3) ? 2 : 1); s++) {
      stages.add(new Chain.Stage(List.of(some(sketch.any(attached))), sketch.here()));
    }
    return Optional.of(
        new Chain(
            "c" + i, endpoints(), endpoints(), traffic(), stages, sketch.one(2), sketch.here()));
  }

  Member.Machines some(Machine machine) {
    int first = sketch.below(machine.count());
    int last = first + sketch.below(machine.count() - first);
    return new Member.Machines(machine.name(), first, last);
  }

  private Member member() {
    int kind = sketch.below(14);
    if (kind < 2) {
      return new Member.OnSegment(sketch.any(sketch.segments).name());
    } else if (kind < 4 && !sketch.externals.isEmpty()) {
      return new Member.Outside(sketch.any(sketch.externals).name());
    } else if (kind < 6 && !sketch.balancers.isEmpty()) {
      return new Member.Virtual(sketch.any(sketch.balancers).name());
    } else if (kind == 6) {
      Ip.Family family = sketch.one(3) ? Ip.Family.V6 : Ip.Family.V4;
      return new Member.Literal(IpSet.of(RandomRouting.prefix(sketch, family)));
    } else if (kind == 7) {
      return new Member.Any();
    }
    return some(sketch.any(sketch.machines));
  }

  Endpoints endpoints() {
    List<Member> include = sketch.one(4) ? List.of(member(), member()) : List.of(member());
    List<Member> exclude = sketch.one(5) ? List.of(member()) : List.of();
    return new Endpoints(
        include + (exclude.isEmpty() ? "" : " except " + exclude), include, exclude);
  }

  /** Null once in a while: what the destination itself says. */
  @Nullable Traffic traffic() {
    return sketch.one(4) ? null : stated();
  }

  Traffic stated() {
    List<Traffic.Match> matches = sketch.one(4) ? List.of(match(), match()) : List.of(match());
    return new Traffic(matches.toString(), matches);
  }

  private Traffic.Match match() {
    int first = sketch.port();
    int last = sketch.one(2) ? first : Math.min(65535, first + sketch.below(9));
    return switch (sketch.below(6)) {
      case 0 -> new Traffic.Match(Protocol.ICMP, 0, 65535);
      case 1 -> new Traffic.Match(Protocol.ANY, 0, 65535);
      case 2 -> new Traffic.Match(Protocol.UDP, first, last);
      default -> new Traffic.Match(Protocol.TCP, first, last);
    };
  }
}
