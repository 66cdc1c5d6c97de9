package org.vmn.tests.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Traffic.Match;
import org.vmn.runtime.network.Traffic.Protocol;
import org.vmn.runtime.review.Change;
import org.vmn.runtime.review.Matrix;

/** Access that no assertion speaks of: neither a comparison nor the matrix may hide it. */
class ChangeTest {
  private static final String DUAL =
      """
      network n
      segment l1 { subnet 10.0.1.0/24, 2001:db8:1::/64 }
      segment l2 { subnet 10.0.2.0/24, 2001:db8:2::/64 }
      router r { ports l1, l2 }
      vm a { nic l1 }
      vm b { nic l2 }
      policy default deny
      """;
  private static final String LAN =
      """
      network n
      segment lan { subnet 10.0.0.0/24 }
      vm c { nic lan }
      vm d { nic lan }
      policy default deny
      allow d -> c : 80/tcp
      """;
  private static final String ONE_WAY =
      """
      network n
      segment l1 { subnet 10.0.1.0/24 }
      segment l2 { subnet 10.0.2.0/24 }
      segment m { subnet 10.0.3.0/24 }
      vm a { nic l1 }
      vm b { nic l2 }
      router r1 { ports l1, m; route 10.0.2.0/24 via 10.0.3.2 }
      router r2 { ports m, l2 }
      """;
  private static final String TWO_ADAPTERS =
      """
      network n
      segment lan { subnet 10.0.0.0/24 }
      segment pub { subnet 10.0.1.0/24 }
      router r { ports lan, pub }
      vm a { nic lan }
      vm w { nic lan; nic pub }
      policy default deny
      """;
  private static final String TWO_WAYS =
      """
      network n
      segment lan { subnet 10.0.0.0/24 }
      segment m1 { subnet 10.1.0.0/24 }
      segment m2 { subnet 10.2.0.0/24 }
      segment dst { subnet 10.9.0.0/24 }
      vm a { nic lan }
      vm b { nic dst }
      router r { ports lan, m1, m2; route 10.9.0.0/24 via 10.1.0.2; route 10.9.0.0/24 via 10.2.0.2 }
      router x { ports m1, dst; route 10.0.0.0/24 via 10.1.0.1 }
      router y { ports m2, dst; route 10.0.0.0/24 via 10.2.0.1 }
      """;
  private static final String ONE_FILTERED =
      TWO_WAYS + "firewall f on y { allow a -> b : 80/tcp; default deny }\n";

  private static Forwarding tables(String text) {
    return Forwarding.of(Written.network(text));
  }

  private static List<String> changes(String before, String after) {
    return Change.between(tables(before), tables(after)).stream()
        .map(l ->
            l.kind() + " " + l.what() + text(l.on()) + (l.how().isEmpty() ? "" : ", " + l.how()))
        .toList();
  }

  private static String text(List<Match> matches) {
    return matches.stream()
        .sorted(Comparator.comparing((Match m) -> m.protocol() == Protocol.ANY))
        .map(m ->
            " "
                + m.protocol()
                + (m.protocol().hasPorts() ? m.firstPort() + "-" + m.lastPort() : ""))
        .reduce("", String::concat);
  }

  private static String cell(String text, String from, String to) {
    Matrix matrix = Matrix.of(tables(text), done -> false);
    Matrix.Cell cell =
        matrix.cells().get(matrix.sources().indexOf(from)).get(matrix.destinations().indexOf(to));
    return "all"
        + text(cell.all())
        + ", some"
        + text(cell.some())
        + ", unanswered"
        + text(cell.unanswered());
  }

  private static final String EVERYTHING = " TCP1-65535 UDP1-65535 ICMP ANY";

  @Test
  void oneFamilyOfTwo() {
    String opened = DUAL + "allow 10.0.1.0/24 -> b : 80/tcp\n";
    assertEquals(List.of("OPENS a -> b TCP80-80, over IPv4"), changes(DUAL, opened));
    assertEquals("all, some TCP80-80, unanswered", cell(opened, "a", "b"));
  }

  @Test
  void aForgedSource() {
    String before = LAN + "vm t { nic lan }\n";
    String after = LAN + "vm t { nic lan { spoof } }\n";
    assertEquals(
        List.of("OPENS t -> c TCP80-80, for first packets that get no answer"),
        changes(before, after));
    assertEquals("all, some, unanswered TCP80-80", cell(after, "t", "c"));
  }

  @Test
  void wayWithoutAWayBack() {
    String closed = ONE_WAY + "firewall f on r2 { default deny }\n";
    assertEquals(
        List.of("OPENS a -> b" + EVERYTHING + ", for first packets that get no answer"),
        changes(closed, ONE_WAY));
    assertEquals("all, some, unanswered" + EVERYTHING, cell(ONE_WAY, "a", "b"));
  }

  @Test
  void secondAddressOfAMachine() {
    String after = TWO_ADAPTERS + "allow a -> 10.0.1.2 : 22/tcp\n";
    assertEquals(
        List.of("OPENS a -> w TCP22-22, for first packets that get no answer"),
        changes(TWO_ADAPTERS, after));
    assertEquals("all, some, unanswered TCP22-22", cell(after, "a", "w"));
  }

  @Test
  void whatStaysOpenForSomeChoicesIsNotClosed() {
    assertEquals(
        List.of(
            "CLOSES a -> b TCP1-79 TCP81-65535 UDP1-65535 ICMP ANY, for some choices; others stay"
                + " open",
            "CLOSES b -> a" + EVERYTHING + ", for some choices; others stay open"),
        changes(TWO_WAYS, ONE_FILTERED));
    assertEquals(
        "all TCP80-80, some TCP1-79 TCP81-65535 UDP1-65535 ICMP ANY, unanswered",
        cell(ONE_FILTERED, "a", "b"));
  }

  @Test
  void replicaThatMayNowToo() {
    String one = "allow w[1] -> c : 80/tcp\n";
    String two = "allow w[1..2] -> c : 80/tcp\n";
    String webs = LAN + "vm w[3] { nic lan }\n";
    assertEquals(List.of("OPENS w[2] -> c TCP80-80"), changes(webs + one, webs + two));
  }

  @Test
  void whatIsOutsideOfAnExternalsPart() {
    String before = LAN + "external out { on lan; gateway 10.0.0.254 }\n";
    String after = before + "allow 203.0.113.0/24 -> c : 22/tcp\n";
    assertEquals(List.of("OPENS 203.0.113.0/24 -> c TCP22-22"), changes(before, after));
  }

  @Test
  void machinesThatComeGoMoveAndAreRenumbered() {
    String before =
        """
        network n
        host h[2] { uplink eno1 }
        segment lan { vlan 10; subnet 10.0.0.0/24 }
        vm a { nic lan; on h[1] }
        vm b { nic lan; on h[1] }
        vm w[2] { nic lan; on h[1] }
        policy default deny
        """;
    String after =
        """
        network n
        host h[2] { uplink eno1 }
        segment lan { vlan 10; subnet 10.0.0.0/24 }
        vm b { nic lan; on h[2] }
        vm w[3] { nic lan; on h[1] }
        vm z { nic lan; on h[1] }
        policy default deny
        """;
    assertEquals(
        List.of(
            "MOVES b, h[1] -> h[2]",
            "RENUMBERS b, 10.0.0.2 -> 10.0.0.1",
            "NEW w[3]",
            "RENUMBERS w[1..2], 10.0.0.3..10.0.0.4 -> 10.0.0.2..10.0.0.3",
            "NEW z",
            "GONE a"),
        changes(before, after));
  }

  @Test
  void nothing() {
    assertEquals(List.of(), changes(ONE_FILTERED, "\n" + ONE_FILTERED));
  }

  /** Whenever it is ended, what it says is so. */
  @Test
  void endedEarlyItSaysNothingThatIsNotSo() {
    String text =
        """
        network n
        host h[3] { uplink u {} }
        segment l1 { subnet 10.0.1.0/24 }
        segment l2 { subnet 10.0.2.0/24 }
        segment m { subnet 10.0.3.0/24 }
        segment wan { subnet 192.0.2.0/24 }
        external out { on wan; gateway 192.0.2.1 }
        router r { ports l1, l2, m }
        router q { ports l1, m, wan; snat l1; route 0.0.0.0/0 via out }
        vm a { nic l1; on h[1] }
        vm b { nic l2; on h[2] }
        vm c { nic l2; on h[3] }
        policy default deny
        allow a -> b, c
        assert a reaches b on 80/tcp
        assert a reaches c on 80/tcp
        assert c cannot reach b
        """;
    Forwarding before = Forwarding.of(Written.network(text));
    Forwarding after =
        Forwarding.of(Written.network(text.replace("allow a", "allow c -> b : 22/tcp\nallow a")));
    List<Change.Line> all = Change.between(before, after);
    assertEquals(2, all.size(), all::toString);
    for (int i = 0; i < 400; i++) {
      int[] left = {i};
      List<Change.Line> some = Change.between(before, after, done -> left[0]-- <= 0);
      assertTrue(all.containsAll(some), () -> some + " of " + all);
    }
  }

  @Test
  void aBalancerIsReachedOnItsOwnPortOnly() {
    String text =
        """
        network n
        segment lan { subnet 10.0.0.0/24 }
        segment wan { subnet 192.0.2.0/24, 2001:db8::/64 }
        external out { on wan; gateway 192.0.2.1, 2001:db8::1 }
        router r { ports lan, wan; route 0.0.0.0/0 via out; route ::/0 via out }
        vm e { nic lan; runs s on 443/tcp }
        balancer www on 192.0.2.10:443/tcp -> e : s
        policy default deny
        allow out -> www
        """;
    assertEquals("all TCP443-443, some, unanswered", cell(text, "out", "www"));
  }
}
