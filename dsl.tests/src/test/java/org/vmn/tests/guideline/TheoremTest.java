package org.vmn.tests.guideline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vmn.generator.compile.Compilation;
import org.vmn.generator.compile.Compiler;
import org.vmn.generator.compile.Source;
import org.vmn.generator.compile.SourceException;
import org.vmn.generator.guideline.Refutations;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.prove.Prover;

/** What rules assert is proved of every element that they are about. */
class TheoremTest {
  private static final String NETWORK =
      """
      network n
      import std.services.{postgres, ssh}
      import pack
      segment dmz  { subnet 192.0.2.0/24 }
      segment back { subnet 10.0.0.0/24 }
      external internet { on dmz; gateway 192.0.2.1 }
      router edge { ports dmz, back; route 0.0.0.0/0 via internet }
      vm web[2] { nic dmz; runs site on 443/tcp }
      vm db { nic back; runs postgres }
      vm old { nic back; runs postgres }
      group clients = web
      policy default deny
      allow internet -> web, old : postgres
      allow web -> db
      """;

  @TempDir private Path folder;

  private Compilation compile(String rule) throws IOException, SourceException {
    Files.writeString(
        folder.resolve("pack.vmn"), "import std.services.{postgres, ssh}\n" + rule + "\n");
    return new Compiler()
        .compile(new Source(folder.resolve("n.vmn"), NETWORK.getBytes(StandardCharsets.UTF_8)));
  }

  /** {@code 9 PROVED external cannot reach db (rule "…")}. */
  private List<String> verdicts(String rule) throws IOException, SourceException {
    Compilation compilation = compile(rule);
    Network network =
        Objects.requireNonNull(compilation.network(), () -> compilation.problems().toString());
    return Prover.of(Forwarding.of(network)).proveAll(network.assertions()).stream()
        .map(v -> v.assertion().origin().line() + " " + v.outcome() + " " + v.assertion().text())
        .toList();
  }

  @Test
  void theWordOfAKindMeansTheElementAtHand() throws IOException, SourceException {
    assertEquals(
        List.of(
            "9 PROVED external cannot reach db (rule \"r\")",
            "10 REFUTED external cannot reach old (rule \"r\")"),
        verdicts(
            "rule \"r\" { every vm where runs postgres { assert external cannot reach vm } }"));
  }

  @Test
  void elsewhereItMeansAllOfTheKind() throws IOException, SourceException {
    assertEquals(
        List.of(
            "1 PROVED external cannot reach vm on ssh (rule \"a\")",
            "1 REFUTED external cannot reach vm on postgres (rule \"b\")",
            "6 PROVED isolated internet from 10.0.0.0/24 except 10.0.0.0/29 (rule \"c\")"),
        verdicts(
            """
            rule "a" { assert external cannot reach vm on ssh }
            rule "b" { assert external cannot reach vm on postgres }
            rule "c" { every external { assert isolated external from 10.0.0.0/24 except 10.0.0.0/29 } }
            """));
  }

  @Test
  void whatTheWholeNetworkLacksIsAssertedOnce() throws IOException, SourceException {
    assertEquals(
        List.of(
            "1 PROVED no loops (rule \"a\")",
            "1 PROVED no black holes (rule \"a\")",
            "1 PROVED any 1 of router down => no loops (rule \"b\")"),
        verdicts(
            """
            rule "a" { assert no loops; assert no black holes }
            rule "b" { assert any 1 of router down => no loops }
            """));
    List<String> problems =
        compile("rule \"r\" { every vm { assert any 1 of host down => no loops } }")
            .problems()
            .stream()
            .map(p -> p.code().id() + " " + p.message())
            .toList();
    assertEquals(
        List.of(
            "VMN2012 `no loops` and `no black holes` say something of the whole network, and"
                + " nothing of an element"),
        problems);
  }

  @Test
  void aRuleAssertsWhatHoldsUnderFailures() throws IOException, SourceException {
    assertEquals(
        List.of(
            "8 PROVED any 1 of vm down => external cannot reach web on ssh (rule \"a\")",
            "8 PROVED any 1 of router, vm down => external cannot reach web on ssh (rule \"b\")",
            "1 REFUTED any 1 of vm down => any reaches vm on postgres (rule \"c\")"),
        verdicts(
            """
            rule "a" { every vm where count > 1 { assert any 1 of vm down => external cannot reach vm on ssh } }
            rule "b" { every vm where count > 1 { assert any 1 of router, vm down => external cannot reach vm on ssh } }
            rule "c" { assert any 1 of vm down => any reaches vm on postgres }
            """));
  }

  @Test
  void nothingIsAssertedOfKindsThatArentThere() throws IOException, SourceException {
    assertEquals(List.of(), verdicts("rule \"r\" { assert balancer cannot reach vm }"));
  }

  @Test
  void aProjectMaySwitchARuleOff() throws IOException, SourceException {
    Files.writeString(folder.resolve("vmn.json"), "{ \"rules\": { \"r\": \"off\" } }");
    assertEquals(List.of(), verdicts("rule \"r\" { assert any cannot reach vm }"));
  }

  /** {@code VMN6004 warning help}, with where the rule asserts it. */
  private List<String> refuted(String rule) throws IOException, SourceException {
    Network network = Objects.requireNonNull(compile(rule).network());
    return Prover.of(Forwarding.of(network)).proveAll(network.assertions()).stream()
        .map(Refutations::problem)
        .map(p ->
            p.code().id()
                + " "
                + p.severity().word()
                + " "
                + p.labels().get(0).origin().file()
                + ":"
                + p.labels().get(0).origin().line())
        .toList();
  }

  @Test
  void whatARuleAssertsIsAsBadAsTheRuleSays() throws IOException, SourceException {
    String rule = "rule \"r\" warning { assert external cannot reach vm }";
    assertEquals(List.of("VMN6004 warning pack.vmn:2"), refuted(rule));
    Files.writeString(folder.resolve("vmn.json"), "{ \"rules\": { \"r\": \"info\" } }");
    assertEquals(List.of("VMN6004 info pack.vmn:2"), refuted(rule));
  }

  @Test
  void anAssertionIsNoCondition() throws IOException, SourceException {
    List<String> problems =
        compile("rule \"r\" { no vm { assert any cannot reach vm } }").problems().stream()
            .map(p -> p.code().id() + " " + p.message())
            .toList();
    assertEquals(List.of("VMN2012 an assertion is nothing that an element has or lacks"), problems);
  }
}
