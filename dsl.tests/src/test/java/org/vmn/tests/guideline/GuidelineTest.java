package org.vmn.tests.guideline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.dsl.guidelines.ElementKind;
import org.vmn.generator.compile.Compiler;
import org.vmn.generator.compile.Source;
import org.vmn.generator.compile.SourceException;

/** What each condition means, told by which elements break a rule. */
class GuidelineTest {
  private static final String NETWORK =
      """
      network n
      import std.services.{https, ssh, postgres}
      host kvm[2] { cpu 16; memory 64 GiB; label rack "r1"; zone "a"; uplink eno1 { speed 10 Gbps } }
      segment lan { subnet 10.0.0.0/24 }
      segment dmz { subnet 10.0.1.0/24; vlan 7 }
      external world { on dmz; gateway 10.0.1.1 }
      template owned { label owner "ops"; cpu 4 }
      vm web[2] : owned { nic lan; runs shop on https; spread host }
      vm db { nic lan { spoof; rate 1 Gbps }; nic dmz; memory 8 GiB; runs postgres; disk root 30 GiB; label owner "dba" }
      vm idle { nic lan; user root }
      group tier = web, db
      balancer www on 10.0.0.100:443/tcp -> web : shop
      policy default deny log
      allow world -> www
      allow web -> db : postgres
      allow tier -> idle : ssh, icmp log
      allow any except idle -> web
      switch storage on kvm[*]
      firewall wall on world { allow any -> web : https; deny any -> any log }
      chain checked world -> web through idle { fail-open }
      monitor health on web { every 30 s; expect p99 latency web < 1 s }
      """;

  private static Compiler compiler;

  @TempDir private Path folder;

  @BeforeAll
  static void setUp() {
    compiler = new Compiler();
  }

  private List<Problem> problems(String text) throws SourceException {
    Path file = folder.resolve("n.vmn");
    return compiler.compile(new Source(file, text.getBytes(StandardCharsets.UTF_8))).problems();
  }

  /** Who breaks it, by the line on which it is said. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "every vm { count >= 2 }; 9 10",
        "every vm where count = 1 { cpu >= 4 }; 9 10",
        "every vm has label owner; 10",
        "every vm where has label owner \"ops\" { runs shop }; ''",
        "every vm where not runs shop { memory >= 8 GiB }; 10",
        "every vm where name matches \"*b\" { count = 1 }; 8",
        "every vm where count = 2 { hosts = count }; ''",
        "every vm where count = 2 { zones = count }; 8",
        "every vm where in tier { runs shop or runs postgres }; ''",
        "no vm where opens 5000..6000/tcp; 9",
        "every vm { some nic where segment = lan }; ''",
        "every vm { no nic where segment = dmz }; 9",
        "every vm { every nic { has rate } }; 8 9 10",
        "no nic where spoof; 9",
        "every nic where has rate { rate <= 500 Mbps }; 9",
        "every disk { size >= 20 GiB }; 8 10",
        "every user has keys; 10",
        "every user where keys = 0 { name != root }; 10",
        "every host { has storage and has zone }; 3",
        "every host has label rack; ''",
        "every uplink { speed >= 25 Gbps }; 3",
        "every segment where has vlan { vlan < 7 }; 5",
        "every balancer { targets > 2 }; 12",
        "every balancer { algorithm = \"round-robin\" }; ''",
        "every external has mac; 6",
        "some router; 1",
        "every group { name matches \"t*\" }; ''",
        "no allow where opens ssh; 16 17",
        "no allow where (some source where kind = any); 17",
        "every allow where opens ssh { every source { kind = group } }; 17",
        "no allow where (some source where kind = external) and (some target where kind ="
            + " balancer); 14",
        "every allow { log }; 14 15 17",
        "no deny; ''",
        "every network { default = deny and log and assertions = 0 }; ''",
        "every network { default = allow }; 1",
        "every program { name != shop }; 8",
        "no vm; 8 9 10",
        "some vm where count > 2; 1",
      })
  void means(String requirement, String lines) throws SourceException {
    List<Problem> problems = problems(NETWORK + "rule \"r\" { " + requirement + " }\n");
    problems.forEach(p -> assertEquals(Code.GUIDELINE_BROKEN, p.code(), p.message()));
    assertEquals(
        lines,
        problems.stream()
            .map(p -> Integer.toString(p.origin().line()))
            .distinct()
            .collect(Collectors.joining(" ")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "every vn { count = 1 }; VMN2001",
        "every vm { cuont = 1 }; VMN2001",
        "every vm { every uplink { speed > 0 bps } }; VMN2001",
        "every vm { count = 1 GiB }; VMN2004",
        "every vm { memory >= 4 }; VMN2004",
        "every vm { memory >= cpu }; VMN2004",
        "every vm { memory = \"4 GiB\" }; VMN2004",
        "every vm { name > \"a\" }; VMN2004",
        "every vm { name = 3 }; VMN2004",
        "every vm { name }; VMN2004",
        "every nic { spoof = true }; VMN1001",
        "every vm { count matches \"2\" }; VMN2004",
        "every segment has label owner; VMN2012",
        "every segment { opens ssh }; VMN2012",
        "every host { runs shop }; VMN2012",
        "every host { in tier }; VMN2012",
        "every vm; VMN2009",
        "every vm where count = 1; VMN2009",
      })
  void saysWhatItCannotMean(String requirement, String code) throws SourceException {
    List<Problem> problems = problems(NETWORK + "rule \"r\" { " + requirement + " }\n");
    assertEquals(List.of(code), problems.stream().map(p -> p.code().id()).toList());
    assertEquals(NETWORK.lines().count() + 1, problems.get(0).origin().line());
  }

  /** The element, what it is, and the condition that asks for something else. */
  @Test
  void showsTheElementAndTheRule() throws SourceException {
    String rule =
        "/// Give it\n"
            + "/// more.\n"
            + "rule \"big disks\" info {\n"
            + "  every vm { every disk { size >= 31 GiB } }\n"
            + "}\n";
    Problem problem = problems(NETWORK + rule).get(1);
    assertEquals("vm `db` breaks the rule \"big disks\"", problem.message());
    assertEquals("INFO", problem.severity().name());
    assertEquals("Give it more.", problem.help());
    assertEquals(
        List.of("9 `size` is 30 GiB", "9 of this vm", "25 asked for here"),
        problem.labels().stream().map(l -> l.origin().line() + " " + l.text()).toList());
  }

  @Test
  void comesFromImportedFiles() throws IOException, SourceException {
    Path file = folder.resolve("org/rules/baseline.vmn");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "rule \"owners\" warning { every vm has label owner }\n");
    List<Problem> problems =
        problems(NETWORK.replace("\nhost", "\nimport org.rules.baseline\nhost"));
    assertEquals(List.of(11), problems.stream().map(p -> p.origin().line()).toList());
    assertEquals("org/rules/baseline.vmn", problems.get(0).labels().get(1).origin().file());
  }

  /** Each kind has the properties that rules may ask for. */
  @ParameterizedTest
  @EnumSource
  void everyPropertyCanBeAskedFor(ElementKind kind) throws SourceException {
    String asked =
        kind.properties().stream().map(p -> "has " + p).collect(Collectors.joining(" or "));
    String text = NETWORK + "overlay o vxlan\nrouter r { ports lan, dmz }\ndeny idle -> db\n";
    List<Problem> problems =
        problems(
            text
                + "rule \"r\" { some "
                + kind.word()
                + " where "
                + asked
                + " or not ("
                + asked
                + ") }\n");
    assertEquals(List.of(), problems.stream().filter(Problem::isError).toList());
  }

  @Test
  void theReferenceListsEveryKind() throws IOException {
    String page = Files.readString(Path.of("../dsl/docs/language/policy.md"));
    for (ElementKind kind : ElementKind.values()) {
      String row =
          page.lines()
              .filter(l -> l.matches("\\|[^|]*`" + kind.word() + "`[^|]*\\|.*\\|.*\\|"))
              .filter(l -> kind.properties().stream().allMatch(p -> l.contains("`" + p + "`")))
              .filter(l -> kind.partWords().stream().allMatch(p -> l.contains("`" + p + "`")))
              .findFirst()
              .orElse("");
      assertTrue(!row.isEmpty(), kind.word());
    }
  }
}
