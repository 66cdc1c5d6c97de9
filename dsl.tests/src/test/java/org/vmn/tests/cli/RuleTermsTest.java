package org.vmn.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.vmn.dsl.guidelines.ElementKind;
import org.vmn.dsl.guidelines.ValueType;

/** Variables and expressions that rules compare with. */
class RuleTermsTest {
  private static final String NETWORK =
      """
      network n
      import org.rules.pack
      segment lan
      vm web[2] { nic lan { rate 1 Gbps }; memory 4 GiB }
      """;

  @TempDir private Path folder;

  private Cli.Run check(String rules, String... options) throws IOException {
    Path pack = folder.resolve("org/rules/pack.vmn");
    Files.createDirectories(pack.getParent());
    Files.writeString(pack, rules);
    Path root = Files.writeString(folder.resolve("n.vmn"), NETWORK);
    return Cli.run(Stream.concat(Stream.of("check", root), Stream.of(options)).toArray());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "var fewest = 2; count >= fewest; ''",
        "var fewest = 3; count >= fewest; count >= 3",
        "var fewest = 1; count >= fewest * 2 + 1; count >= 3",
        "var fewest = 1; count >= 2 * fewest; ''",
        "var fewest = 1; count >= (max(fewest, 3)); count >= 3",
        "var count = 3; count >= (count); count >= 3",
        "var size = 2 GiB; memory >= size * 2; ''",
        "var size = 2 GiB; memory >= size * 3; memory >= 6 GiB",
        "var size = 2 GiB; memory >= 512 MiB + size * 2; memory >= 4608 MiB",
        "var site = \"web\"; name = site; ''",
        "var site = \"db\"; name = site; name = db",
        "var site = \"db\"; name matches \"${site}-*\"; ''",
        "var site = \"db\"; has label owner \"${site}\"; ''",
        "var most = 100 Mbps; every nic { rate <= most * 2 }; rate <= 200 Mbps",
        "var port = 80; opens (port + 1)/tcp; opens 81/tcp",
      })
  void compares(String variable, String condition, String asked) throws IOException {
    Cli.Run run = check(variable + "\nrule \"r\" { every vm { " + condition + " } }\n");
    boolean holds = asked.isEmpty() && !condition.contains("${");
    assertEquals(holds ? 0 : 1, run.status(), run::err);
    assertTrue(asked.isEmpty() || run.err().contains("asked for here: `" + asked + "`"), run::err);
  }

  /** A pack has its limits in a file of their own, and a project sets them. */
  @Test
  void canBeSetFromOutside() throws IOException {
    Files.createDirectories(folder.resolve("org/rules"));
    Files.writeString(folder.resolve("org/rules/limits.vmn"), "var fewest: number = 2\n");
    String pack =
        "import org.rules.limits.{fewest}\nvar ram = 1 GiB\n"
            + "rule \"redundant\" { every vm { count >= fewest; memory >= ram } }\n";
    assertEquals(0, check(pack).status());
    Cli.Run more = check(pack, "--set", "fewest=5");
    assertTrue(more.err().contains("breaks the rule \"redundant\""), more::err);
    assertTrue(more.err().contains("asked for here: `count >= 5`"), more::err);
    Cli.Run ram = check(pack, "--set", "org.rules.pack.ram=8 GiB");
    assertTrue(ram.err().contains("asked for here: `memory >= 8 GiB`"), ram::err);
    Cli.Run wrong = check(pack, "--set", "fewest=1 GiB");
    assertTrue(wrong.err().contains("`1 GiB` is a size"), wrong::err);
    assertEquals(1, wrong.status());
  }

  @Test
  void stayInRepetitions() throws IOException {
    Cli.Run run = check("for n in [2, 3] { rule \"at least ${n}\" { every vm { count >= n } } }\n");
    assertTrue(run.err().contains("breaks the rule \"at least 3\""), run::err);
    assertTrue(!run.err().contains("at least 2\""), run::err);
  }

  static List<ElementKind> measured() {
    return Stream.of(ElementKind.values()).filter(k -> !numbers(k).isEmpty()).toList();
  }

  private static List<String> numbers(ElementKind kind) {
    return kind.properties().stream()
        .filter(p -> kind.type(p).filter(t -> t == ValueType.NUMBER).isPresent())
        .toList();
  }

  /** A condition ends with its line, also before a property that could be a unit by its looks. */
  @ParameterizedTest
  @MethodSource("measured")
  void standOnLinesOfTheirOwn(ElementKind kind) throws IOException {
    StringBuilder rule =
        new StringBuilder("rule \"r\" { no " + kind.word() + " where has name {\n");
    for (String property : kind.properties()) {
      boolean flag = kind.type(property).filter(t -> t == ValueType.FLAG).isPresent();
      boolean number = numbers(kind).contains(property);
      rule.append(numbers(kind).get(0)).append(" >= 99999999\n");
      rule.append(flag ? property : number ? property + " >= 0" : "has " + property).append('\n');
    }
    Cli.Run run = check(rule + "} }\n");
    assertEquals("", run.err().replaceAll(".*: no problems\n", ""));
  }
}
