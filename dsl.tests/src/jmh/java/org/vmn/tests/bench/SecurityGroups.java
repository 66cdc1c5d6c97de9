package org.vmn.tests.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.vmn.runtime.network.Assertion;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Policy;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.network.Traffic.Protocol;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpSet;
import org.vmn.runtime.value.Prefix;

/**
 * A cloud of security groups: machines of many roles, each in two to four groups, one of which
 * holds all; rules that let groups or subnets into groups; claims about pairs of groups.
 *
 * @param machines virtual machines, more of the first roles than of the last
 * @param roles different sorts of machines
 * @param folded whether machines of a role are one declaration, or each is its own
 */
record SecurityGroups(
    int machines, int groups, int rules, int assertions, int roles, int subnets, boolean folded) {
  private static final int[] PORTS = {
    22, 53, 80, 123, 443, 3306, 5432, 6379, 8080, 9090, 9200, 27017
  };

  /** 100,000 machines, 2,000 classes, 20,000 rules, 10,000 assertions. */
  static final SecurityGroups CLOUD =
      new SecurityGroups(100_000, 1000, 20_000, 10_000, 2000, 20, true);

  /** A million machines of 5,000 classes, 50,000 rules, 10,000 assertions. */
  static final SecurityGroups MILLION =
      new SecurityGroups(1_000_000, 2500, 50_000, 10_000, 5000, 40, true);

  /** The first so many rules are into the group that holds all machines. */
  static final int RULES_INTO_ALL = 20;

  Network network() {
    Random random = new Random(7);
    List<List<Integer>> rolesOf = new ArrayList<>();
    for (int g = 0; g < groups; g++) {
      rolesOf.add(new ArrayList<>());
    }
    int[] segmentOf = new int[roles];
    int[] size = new int[roles];
    for (int role = 0; role < roles; role++) {
      TreeSet<Integer> in = new TreeSet<>(List.of(0));
      int wanted = 2 + random.nextInt(3);
      while (in.size() < wanted) {
        in.add(1 + random.nextInt(groups - 1));
      }
      for (int g : in) {
        rolesOf.get(g).add(role);
      }
      segmentOf[role] = random.nextInt(subnets);
      size[role] = 1;
    }
    for (int m = roles; m < machines; m++) {
      size[(int) (roles * Math.pow(random.nextDouble(), 2))]++;
    }
    List<Segment> segments = new ArrayList<>();
    List<Router.Port> ports = new ArrayList<>();
    for (int s = 0; s < subnets; s++) {
      Segment segment = Elements.segment("s" + s, subnet(s));
      segments.add(segment);
      ports.add(Elements.port(segment, subnet(s).first().plus(1)));
    }
    List<List<Machine>> ofRole = machines(segments, segmentOf, size);
    List<Policy.Rule> all = new ArrayList<>(rules);
    for (int i = 0; i < rules; i++) {
      all.add(rule(random, i, rolesOf, ofRole));
    }
    List<Assertion> claims = new ArrayList<>(assertions);
    for (int i = 0; i < assertions; i++) {
      int port = PORTS[random.nextInt(PORTS.length)];
      Claim.Mode mode = random.nextInt(10) < 8 ? Claim.Mode.CANNOT_REACH : Claim.Mode.REACHES;
      claims.add(
          Elements.assertion(
              mode,
              group(1 + random.nextInt(groups - 1), rolesOf, ofRole),
              group(1 + random.nextInt(groups - 1), rolesOf, ofRole),
              Elements.traffic(Protocol.TCP, port, port)));
    }
    return Elements.network(
        "groups",
        segments,
        List.of(Elements.router("r", ports, List.of())),
        List.of(),
        ofRole.stream().flatMap(List::stream).toList(),
        new Policy(false, false, all, Origin.NONE),
        claims);
  }

  private static Prefix subnet(int s) {
    return Prefix.around(Ip.v4((10L << 24) + ((long) s << 16)), 16);
  }

  private List<List<Machine>> machines(List<Segment> segments, int[] segmentOf, int[] size) {
    int[] next = new int[subnets];
    List<List<Machine>> all = new ArrayList<>();
    for (int role = 0; role < roles; role++) {
      Segment segment = segments.get(segmentOf[role]);
      Ip first = segment.subnets().get(0).first().plus(16 + next[segmentOf[role]]);
      next[segmentOf[role]] += size[role];
      List<Machine> of = new ArrayList<>();
      if (folded) {
        of.add(Elements.machine("role" + role, size[role], segment, first));
      } else {
        for (int i = 0; i < size[role]; i++) {
          of.add(Elements.machine("role" + role + "_" + i, 1, segment, first.plus(i)));
        }
      }
      all.add(of);
    }
    return all;
  }

  private Policy.Rule rule(
      Random random, int i, List<List<Integer>> rolesOf, List<List<Machine>> ofRole) {
    int to = i < RULES_INTO_ALL ? 0 : 1 + random.nextInt(groups - 1);
    boolean fromGroup = random.nextInt(10) < 8;
    int first =
        random.nextInt(5) == 0
            ? 1024 + random.nextInt(40_000)
            : PORTS[random.nextInt(PORTS.length)];
    int last = random.nextInt(4) == 0 ? Math.min(65535, first + random.nextInt(2000)) : first;
    Endpoints from =
        fromGroup
            ? group(1 + random.nextInt(groups - 1), rolesOf, ofRole)
            : cidr(random.nextInt(subnets), random.nextInt(3) == 0 ? 14 : 16);
    Protocol protocol = fromGroup && random.nextInt(4) == 0 ? Protocol.UDP : Protocol.TCP;
    return Elements.allow(
        from, group(to, rolesOf, ofRole), Elements.traffic(protocol, first, last));
  }

  private static Endpoints cidr(int subnet, int length) {
    Prefix prefix = Prefix.around(subnet(subnet).first(), length);
    return new Endpoints(
        prefix.toString(), List.of(new Member.Literal(IpSet.of(prefix))), List.of());
  }

  /** Each rule has its own copy, as the compiler writes it. */
  private static Endpoints group(int g, List<List<Integer>> rolesOf, List<List<Machine>> ofRole) {
    List<Member> members = new ArrayList<>();
    for (int role : rolesOf.get(g)) {
      for (Machine machine : ofRole.get(role)) {
        members.add(new Member.Machines(machine.name(), 0, machine.count() - 1));
      }
    }
    return new Endpoints("g" + g, members, List.of());
  }
}
