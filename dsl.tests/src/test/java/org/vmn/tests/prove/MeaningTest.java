package org.vmn.tests.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.vmn.runtime.prove.Verdict.Outcome.PROVED;
import static org.vmn.runtime.prove.Verdict.Outcome.REFUTED;
import static org.vmn.runtime.prove.Verdict.Outcome.UNDECIDED;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.forward.Question;
import org.vmn.runtime.forward.Step;
import org.vmn.runtime.forward.Walk;
import org.vmn.runtime.network.Network;

/** Section 4 of the language, rule by rule. */
class MeaningTest {
  private static final String ROUTED =
      """
      network n
      segment front { subnet 10.0.1.0/24 }
      segment back { subnet 10.0.2.0/24 }
      segment dmz { subnet 192.0.2.0/24 }
      external internet { on dmz; gateway 192.0.2.1 }
      router edge { ports front, back, dmz; route 0.0.0.0/0 via internet; snat front }
      vm web[3] { nic front; runs shop on 8443/tcp }
      vm db { nic back }
      balancer www on 192.0.2.10:443/tcp -> web : shop
      """;

  @Test
  void denyBeatsAllowWhateverTheOrder() {
    assertEquals(
        List.of(PROVED, PROVED, REFUTED),
        Written.outcomes(
            ROUTED
                + """
                deny web[2] -> db : 22/tcp
                allow web -> db
                assert web[1], web[3] reaches db
                assert web[2] cannot reach db on 22/tcp
                assert web reaches db on 22/tcp
                """));
  }

  @Test
  void repliesFollowButOpeningTheOtherWayDoesNot() {
    assertEquals(
        List.of(PROVED, PROVED),
        Written.outcomes(
            ROUTED
                + """
                policy default deny
                allow web -> db : 5432/tcp
                assert web reaches db on 5432/tcp
                assert db cannot reach web
                """));
  }

  /**
   * Neither claim holds when some connections complete and some don't: they are not each other's
   * negation.
   */
  @Test
  void reachesAndCannotReachMayBothFail() {
    assertEquals(
        List.of(REFUTED, REFUTED),
        Written.outcomes(
            ROUTED
                + """
                policy default deny
                allow web[1] -> db
                assert web reaches db
                assert web cannot reach db
                """));
  }

  @Test
  void pathsToABalancerAreThoseOnItsTargetsPortToo() {
    assertEquals(
        List.of(REFUTED, PROVED),
        Written.outcomes(
            """
            network n
            segment lan { subnet 10.0.0.0/24 }
            router edge { ports lan }
            vm web[2] { nic lan; runs shop on 8443/tcp }
            vm client { nic lan }
            balancer www on 10.0.0.99:443/tcp -> web[2] : shop
            assert every path client -> www on 8443/tcp crosses edge
            assert every path client -> www on 8443/tcp crosses www
            """));
  }

  @Test
  void aBalancerIsSomebodyToBeIsolatedFrom() {
    assertEquals(
        List.of(REFUTED),
        Written.outcomes(
            """
            network n
            segment lan { subnet 10.0.0.0/24 }
            vm web[2] { nic lan; runs shop on 8443/tcp }
            balancer www on 10.0.0.99:443/tcp -> web[2] : shop
            assert isolated any except web[2] from web[1]
            """));
  }

  @Test
  void allowingABalancerAllowsItsTargetsOnTheirPort() {
    assertEquals(
        List.of(PROVED, PROVED, PROVED, PROVED),
        Written.outcomes(
            ROUTED
                + """
                policy default deny
                allow internet, web, db -> www
                assert internet, db reaches www
                assert internet reaches web on shop
                assert internet cannot reach web on 443/tcp
                assert web reaches www
                """));
  }

  @Test
  void balancersMayShareAnAddress() {
    assertEquals(
        List.of(PROVED, PROVED, PROVED),
        Written.outcomes(
            ROUTED
                + """
                balancer plain on 192.0.2.10:80/tcp -> web
                assert internet reaches www, plain
                assert db reaches plain
                assert internet cannot reach 192.0.2.10 on 81/tcp
                """));
  }

  @Test
  void aBalancersTargetIsReachedFromItself() {
    Network network = Written.network(ROUTED + "policy default deny\nallow web -> www");
    Forwarding forwarding = Forwarding.of(network);
    Walk walk =
        forwarding.walk(
            Question.parse(forwarding, "web[1] -> www").start(),
            Question.parse(forwarding, "web[1] -> www").packet());
    assertEquals("web[1]", String.valueOf(walk.end()));
    assertEquals(true, walk.completes());
    Step last = walk.there().get(walk.there().size() - 1);
    assertEquals("192.0.2.10", last.packet().source().toString());
  }

  /** Under the router's address, which the answer goes to: as anybody else behind the router. */
  @Test
  void aMachineReachesItselfByItsOuterAddress() {
    String text =
        """
        network n
        segment lan { subnet 10.0.0.0/24 }
        segment far { subnet 10.0.1.0/24 }
        segment dmz { subnet 192.0.2.0/24 }
        external internet { on dmz; gateway 192.0.2.1 }
        router edge {
          ports lan, far, dmz
          route 0.0.0.0/0 via internet
          floating 192.0.2.20 -> a
          dnat 192.0.2.30:80/tcp -> b:8080
          %s
        }
        vm a { nic lan }
        vm b { nic lan }
        vm c { nic far }
        assert a, b, c reaches 192.0.2.20
        assert a, b, c reaches 192.0.2.30 on 80/tcp
        """;
    assertEquals(List.of(PROVED, PROVED), Written.outcomes(text.formatted("hairpin")));
    assertEquals(List.of(REFUTED, REFUTED), Written.outcomes(text.formatted("")));
    assertEquals(
        List.of(REFUTED, PROVED),
        Written.outcomes(text.formatted("hairpin") + "deny 10.0.0.1 -> a"));
  }

  @Test
  void leavesUnderTheRoutersAddressOnlyWhereSaid() {
    Network network = Written.network(ROUTED);
    assertEquals("192.0.2.2", sourceOutside(network, "web[1] -> internet tcp/80"));
    assertEquals("10.0.2.2", sourceOutside(network, "db -> internet tcp/80"));
  }

  private static String sourceOutside(Network network, String connection) {
    Forwarding forwarding = Forwarding.of(network);
    Question question = Question.parse(forwarding, connection);
    Walk walk = forwarding.walk(question.start(), question.packet());
    assertEquals(true, walk.completes());
    return walk.there().get(walk.there().size() - 1).packet().source().toString();
  }

  @Test
  void onlyMeansThatAndNothingElse() {
    assertEquals(
        List.of(PROVED, REFUTED, PROVED),
        Written.outcomes(
            ROUTED
                + """
                policy default deny
                allow web -> db : 100..199/tcp
                assert web reaches db only on 100..199/tcp
                assert web reaches db only on 100..150/tcp
                assert web cannot reach db on 1..99/tcp, 200..65535/tcp, udp, icmp
                """));
  }

  @Test
  void bothFamiliesMustConnect() {
    assertEquals(
        List.of(REFUTED, PROVED, REFUTED),
        Written.outcomes(
            """
            network n
            segment two { subnet 10.0.0.0/24, 2001:db8::/64 }
            segment four { subnet 10.1.0.0/24 }
            segment six { subnet 2001:db8:6::/64 }
            router r { ports two, four, six }
            vm a { nic two }
            vm b { nic two }
            vm c { nic four }
            vm d { nic six }
            deny a -> 2001:db8::/64
            assert a reaches b
            assert a reaches c
            assert c reaches d
            """));
  }

  @Test
  void aMachineThatMayForgeSendsFromEveryAddress() {
    assertEquals(
        List.of(REFUTED, PROVED, PROVED),
        Written.outcomes(
            """
            network n
            segment lan { subnet 10.0.0.0/24 }
            vm a { nic lan { spoof } }
            vm b { nic lan }
            vm c { nic lan }
            vm d { nic lan }
            policy default deny
            allow c -> b : 22/tcp
            assert a cannot reach b on 22/tcp
            assert a cannot reach b on 23/tcp
            assert d cannot reach b
            """));
  }

  @Test
  void forgedAddressesNeedNotBeAnybodys() {
    String network =
        """
        network n
        segment lan { subnet 10.0.0.0/24 }
        vm a { nic lan { spoof } }
        vm b { nic lan }
        vm c { nic lan }
        policy default deny
        assert a cannot reach b
        """;
    assertEquals(List.of(PROVED), Written.outcomes(network));
    assertEquals(List.of(REFUTED), Written.outcomes(network + "allow c -> b : 22/tcp"));
    assertEquals(List.of(PROVED), Written.outcomes(network + "allow c -> 10.0.0.99"));
    assertEquals(List.of(REFUTED), Written.outcomes(network + "allow 192.0.2.7 -> b : 80/tcp"));
  }

  @Test
  void aBalancerOpensNoConnections() {
    assertEquals(
        List.of(UNDECIDED, UNDECIDED, PROVED),
        Written.outcomes(
            ROUTED
                + """
                assert www cannot reach db
                assert www reaches db
                assert www, web reaches db
                """));
    assertEquals(
        "balancer `www` opens no connections: name its targets, or swap the sides",
        Written.verdicts(ROUTED + "assert www reaches db\n").get(0).reason());
  }

  /** The guest would not choose the second router, but who sits in it can. */
  @Test
  void cannotReachTriesEveryRouter() {
    assertEquals(
        List.of(REFUTED, REFUTED),
        Written.outcomes(
            """
            network n
            segment lan { subnet 10.0.0.0/24 }
            segment far { subnet 10.1.0.0/24 }
            segment other { subnet 10.2.0.0/24 }
            router first { ports lan, other }
            router second { ports lan, far }
            vm a { nic lan }
            vm b { nic far }
            assert a reaches b
            assert a cannot reach b
            """));
  }

  /**
   * What comes from outside comes in by any router that knows the way, and by no other; who sits
   * there may send it to all.
   */
  @Test
  void fromOutsideEveryRouterThatKnowsTheWayMustDo() {
    String text =
        """
        network n
        segment up { subnet 192.0.2.0/24 }
        segment left { subnet 10.1.0.0/24 }
        segment right { subnet 10.2.0.0/24 }
        segment both { subnet 10.3.0.0/24 }
        external internet { on up; gateway 192.0.2.1 }
        router first { ports up, left, both; route 0.0.0.0/0 via internet }
        router second { ports up, right, both; route 0.0.0.0/0 via internet }
        firewall f on second { deny internet -> c : 22/tcp; default allow }
        vm a { nic left }
        vm b { nic right }
        vm c { nic both }
        policy default deny
        allow any -> any : tcp
        """;
    assertEquals(
        List.of(PROVED, PROVED, PROVED, REFUTED, REFUTED),
        Written.outcomes(
            text
                + """
                assert internet reaches a on tcp
                assert internet reaches b on tcp
                assert internet reaches c on 80/tcp
                assert internet reaches c on 22/tcp
                assert internet cannot reach c on 22/tcp
                """));
    Forwarding tables = Forwarding.of(Written.network(text));
    Question question = Question.parse(tables, "internet -> b tcp/80");
    assertEquals(true, tables.walk(question.start(), question.packet()).completes());
  }

  /** What is outside counts as one party: it speaks IPv6 too, and still reaches who doesn't. */
  @Test
  void theOutsideReachesThoseOfOneFamily() {
    String text =
        """
        network n
        segment dmz { subnet 192.0.2.0/24, 2001:db8::/64 }
        segment four { subnet 10.0.0.0/24 }
        external internet { on dmz; gateway 192.0.2.1, 2001:db8::1 }
        router r { ports dmz, four; route 0.0.0.0/0 via internet; route ::/0 via internet }
        vm web { nic four }
        vm both { nic dmz }
        """;
    assertEquals(
        List.of(PROVED, PROVED, PROVED, REFUTED),
        Written.outcomes(
            text
                + """
                assert internet reaches web
                assert web reaches internet
                assert internet reaches both
                assert web reaches internet except 0.0.0.0/0
                """));
  }

  /** What a machine or the outside sends to itself never comes into the network. */
  @Test
  void nobodyIsKeptFromItself() {
    assertEquals(
        List.of(PROVED, PROVED, PROVED, REFUTED),
        Written.outcomes(
            ROUTED
                + """
                policy default deny
                allow db -> db
                allow web -> web
                assert any cannot reach internet
                assert internet cannot reach any
                assert db cannot reach 10.0.2.0/24
                assert web cannot reach 10.0.1.0/24
                """));
  }

  @Test
  void whatIsTakenOutIsNotMeant() {
    assertEquals(
        List.of(PROVED),
        Written.outcomes(
            ROUTED
                + """
                policy default deny
                assert internet reaches www, 192.0.2.10 except 192.0.2.10
                """));
  }

  /** Routes to other prefixes may stand between those to one. */
  @Test
  void anyOfSeveralRoutesToAPrefixMayBeTaken() {
    assertEquals(
        List.of(REFUTED, PROVED),
        Written.outcomes(
            """
            network n
            segment lan { subnet 10.0.0.0/24 }
            segment mid { subnet 10.0.9.0/24 }
            segment far { subnet 10.0.1.0/24 }
            segment more { subnet 10.0.2.0/24 }
            router near {
              ports lan, mid
              route 10.0.1.0/24 via 10.0.9.2
              route 10.0.2.0/24 via 10.0.9.2
              route 10.0.1.0/24 via 10.0.9.77
            }
            router beyond { ports mid, far, more; route 10.0.0.0/24 via 10.0.9.1 }
            vm a { nic lan }
            vm b { nic far }
            vm c { nic more }
            assert a reaches b
            assert a reaches c
            """));
  }

  /** What a balancer leads to one of its targets leads to it, whichever it is and on which port. */
  @Test
  void isolatedAndCrossesLookAtEachTargetAndPort() {
    String served =
        """
        network n
        segment front { subnet 10.0.0.0/24 }
        segment back { subnet 10.0.1.0/24 }
        router r { ports front, back }
        vm client { nic front }
        vm web[6] { nic back }
        balancer www on 10.0.0.100:80/tcp -> web
        """;
    assertEquals(
        List.of(REFUTED, REFUTED, PROVED),
        Written.outcomes(
            served
                + """
                policy default deny
                allow client -> www
                deny client -> web[1..2], web[4..6]
                assert isolated client from web[3]
                assert isolated web[3] from client
                assert isolated client from web[4]
                """));
    assertEquals(
        List.of(PROVED, REFUTED, PROVED, PROVED),
        Written.outcomes(
            served
                + """
                policy default deny
                allow client -> www
                allow client -> web : 1..9/tcp
                assert client reaches web on 4/tcp via www
                assert client reaches www via www
                """));
  }

  /** Who has addresses of a prefix is a machine: it sends from the adapter that it would choose. */
  @Test
  void machinesOfAPrefixChooseTheirAdapter() {
    assertEquals(
        List.of(PROVED, PROVED, REFUTED, REFUTED, PROVED),
        Written.outcomes(
            """
            network n
            segment front { subnet 10.0.1.0/24 }
            segment back { subnet 10.0.2.0/24 }
            vm web { nic front; nic back }
            vm db { nic back }
            deny 10.0.1.0/24 -> db : icmp
            assert any reaches db
            assert 0.0.0.0/0 reaches db
            assert 10.0.1.0/24 reaches db
            assert 0.0.0.0/0 cannot reach db
            assert 10.0.1.0/24 cannot reach db on icmp
            """));
  }

  /** One router sends on what another has; an answer to a forged source of it goes around. */
  @Test
  void answersToARoutersAddressGoAround() {
    assertEquals(
        List.of(REFUTED),
        Written.outcomes(
            """
            network n
            segment near { subnet 10.0.0.0/27 }
            segment far { subnet 10.0.1.0/27 }
            router first { ports near }
            router second { ports near, far; route 10.0.0.0/29 via 10.0.0.1 }
            vm forger { nic near { address 10.0.0.9; spoof } }
            vm target { nic far }
            assert no loops
            """));
  }
}
