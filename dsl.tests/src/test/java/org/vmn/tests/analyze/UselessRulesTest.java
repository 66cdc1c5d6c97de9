package org.vmn.tests.analyze;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.generator.compile.Compilation;
import org.vmn.generator.compile.Compiler;
import org.vmn.generator.compile.Source;
import org.vmn.generator.compile.SourceException;
import org.vmn.runtime.forward.Filter;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.forward.Packet;
import org.vmn.runtime.network.Traffic.Protocol;
import org.vmn.runtime.value.Ip;

/**
 * Without the rules that are called useless every packet meets the same decision; without any other
 * one of them doesn't. Asked of every address and every port at which something begins or ends.
 */
class UselessRulesTest {
  private static final Set<Code> USELESS =
      Set.of(Code.SHADOWED_RULE, Code.REDUNDANT_RULE, Code.RULE_MATCHES_NOTHING);
  private static final List<String> SETS =
      List.of(
          "a",
          "b",
          "c",
          "lan",
          "any",
          "a, b",
          "any except a",
          "lan except b",
          "w[1]",
          "w",
          "www",
          "10.0.0.0/29");
  private static final List<String> TRAFFIC =
      List.of("", " : 22/tcp", " : 80/tcp", " : 20..80/tcp", " : tcp", " : icmp", " : 80/udp");
  private static final String HEAD =
      """
      network n
      segment lan { subnet 10.0.0.0/28 }
      vm a { nic lan }
      vm b { nic lan }
      vm c { nic lan }
      vm w[2] { nic lan; runs shop on 8080/tcp }
      balancer www on 10.0.0.10:80/tcp -> w : shop
      """;
  private static final int[] PORTS = {1, 19, 20, 22, 23, 79, 80, 81, 8080, 65535};
  private static final Compiler COMPILER = new Compiler();

  @Property(tries = 40, seed = "1")
  void makeNoDifferenceAndAllOthersDo(@ForAll long seed) throws SourceException {
    Random random = new Random(seed);
    List<String> lines = new ArrayList<>(HEAD.lines().toList());
    int first = lines.size() + 1;
    lines.add(random.nextBoolean() ? "policy default deny" : "policy default allow");
    for (int i = 0; i < 1 + random.nextInt(7); i++) {
      String action = random.nextInt(3) == 0 ? "deny " : "allow ";
      lines.add(action + one(SETS, random) + " -> " + one(SETS, random) + one(TRAFFIC, random));
    }
    Set<Integer> useless = useless(lines);
    BitSet decided = decisions(lines);
    List<String> without = new ArrayList<>(lines);
    useless.forEach(line -> without.set(line - 1, ""));
    assertTrue(decided.equals(decisions(without)), () -> text(lines) + useless);
    for (int line = first + 1; line <= lines.size(); line++) {
      if (!useless.contains(line) && !isGuard(lines, first, line)) {
        List<String> less = new ArrayList<>(without);
        less.set(line - 1, "");
        int removed = line;
        assertFalse(
            decided.equals(decisions(less)), () -> text(lines) + removed + " of " + useless);
      }
    }
  }

  /** A denial that guards against rules to come, which nobody is told to remove. */
  private static boolean isGuard(List<String> lines, int policy, int line) {
    return lines.get(policy - 1).endsWith("deny") && lines.get(line - 1).startsWith("deny");
  }

  private static Compilation compile(List<String> lines) throws SourceException {
    byte[] text = text(lines).getBytes(StandardCharsets.UTF_8);
    return COMPILER.compile(new Source(Path.of("n.vmn"), text));
  }

  private static Set<Integer> useless(List<String> lines) throws SourceException {
    Set<Integer> found = new TreeSet<>();
    compile(lines).problems().stream()
        .filter(p -> USELESS.contains(p.code()))
        .forEach(p -> found.add(p.origin().line()));
    return found;
  }

  private static BitSet decisions(List<String> lines) throws SourceException {
    Filter filter = Forwarding.of(Objects.requireNonNull(compile(lines).network())).filter();
    BitSet decisions = new BitSet();
    int next = 0;
    List<Ip> addresses = new ArrayList<>(List.of(Ip.parse("192.0.2.1"), Ip.parse("2001:db8::1")));
    for (int i = 0; i < 16; i++) {
      addresses.add(Ip.parse("10.0.0." + i));
    }
    for (Ip from : addresses) {
      for (Ip to : addresses) {
        for (int port : PORTS) {
          decisions.set(next++, permits(filter, Protocol.TCP, from, to, port));
          decisions.set(next++, permits(filter, Protocol.UDP, from, to, port));
        }
        decisions.set(next++, permits(filter, Protocol.ICMP, from, to, 0));
        decisions.set(next++, permits(filter, Protocol.ANY, from, to, 0));
      }
    }
    return decisions;
  }

  private static boolean permits(Filter filter, Protocol protocol, Ip from, Ip to, int port) {
    return filter.decide(Packet.opening(from, to, protocol, port)).permitted();
  }

  private static String one(List<String> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }

  private static String text(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }
}
