package org.vmn.tests.reuse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Fix;
import org.vmn.dsl.diagnostics.Problem;

/** What is wrong with reuse is said at its place, with the values that it came of. */
@Timeout(60)
class ReuseProblemsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "var a = b; var b = a|1:5 VMN2011 variable `a` is made of itself",
        "var a: sise = 1 GiB|1:8 VMN2001 there is no type `sise`; did you mean `size`?",
        "var a: rate = 4 GiB|1:15 VMN2015 `4 GiB` is a size; expected a rate such as 10 Gbps",
        "var a: number|1:5 VMN2017 variable `a` has no value",
        "vm web[n]|1:8 VMN2001 there is nothing called `n`",
        "var n = 3; vm a[n-1]|1:17 VMN2001 there is nothing called `n-1`",
        "var n = 3; vm a[m + 1]|1:17 VMN2001 there is nothing called `m`; did you mean `n`?",
        "var m = 4 Gbps; vm a { memory m }|1:31 VMN2004 `4 Gbps` is a rate; expected a size such as"
            + " 4 GiB",
        "vm a { memory 2 * 4 }|1:15 VMN2004 `8` has no unit; expected a size such as 4 GiB",
        "segment s { vlan 5000 - 1 }|1:18 VMN2005 `4999` is not a VLAN from 1 to 4094",
        "segment s { vlan (4 GiB / 1 GiB * \"a\") }|1:35 VMN2015 `a` is a text; expected a number"
            + " or a quantity",
        "host h { zone 1 < 2 }|1:15 VMN1001 a text in quotes is missing after `zone`",
        "for i in 1..2 { vm a }|1:20 VMN2018 each repetition would declare `a` again",
        "for i in 1..2 { vm a-${j} }|1:24 VMN2001 there is nothing called `j`; did you mean `i`?",
        "for i in 1..2 { for i in 1..2 { vm a-${i} } }|1:21 VMN2002 `i` already has a value here",
        "for i in 3 { vm a-${i} }|1:10 VMN2015 `3` is a number; expected a list such as [1, 2], or"
            + " a range such as 1..3",
        "for i in 1..1000000 { vm a-${i} }|1:10 VMN2019 `1..1000000` has more than 100000 numbers",
        "for i in 1..400 { for j in 1..400 { vm a-${i}-${j} } }|1:23 VMN2019 with this the network"
            + " repeats more than 100000 times",
        "for i in [\"a b\"] { vm ${i} }|1:23 VMN2003 `a b` is not a name",
        "if 3 { vm a }|1:4 VMN2015 `3` is a number; expected true or false",
        "if false { vm a { nic nowhere } }|1:23 VMN2001 there is no segment `nowhere`",
        "template t(a: size) { memory a }; vm v : t|1:42 VMN2017 template `t` needs `a`, a size"
            + " such as 4 GiB",
        "template t(a = 1) { cpu a }; vm v : t(b = 1)|1:39 VMN2001 template `t` has no parameter"
            + " `b`; did you mean `a`?",
        "template t(a = 1) { cpu a }; vm v : t(a = 1, a = 2)|1:46 VMN2008 `a` is given twice",
        "template t(a: size) { memory a }; vm v : t(a = 1 s)|1:48 VMN2015 `1 s` is a time; expected"
            + " a size such as 4 GiB",
        "template t(a = 1) : t(a = a + 1) { cpu a }; vm v : t|1:52 VMN2011 template `t` is made of"
            + " itself",
        "template t; vm v : t(a = 1)|1:22 VMN2001 template `t` has no parameter `a`",
        "template t(s: segment) { nic s }; host h; vm v : t(s = h)|1:56 VMN2015 `h` is a host;"
            + " expected the name of a segment",
        "template t(a: size) { cpu a }|1:27 VMN2004 `4 GiB` is a size; expected a number",
        "template t(a: rate) { memory a }|1:30 VMN2004 `10 Gbps` is a rate; expected a size such as"
            + " 4 GiB",
        "template t(s: segment) { on s }|1:29 VMN2012 `s` is a segment; expected a host",
        "template t(a: number) { if a { cpu 1 } }|1:28 VMN2015 `2` is a number; expected true or"
            + " false",
        "template t(a: bool) { if a { cpu 1 } else { memory 1 * 2 } }|1:52 VMN2004 `2` has no unit;"
            + " expected a size such as 4 GiB",
        "template t(a: number) { for i in 1..a { disk d-${i} i * 1 Gbps } }|1:53 VMN2004 `1 Gbps`"
            + " is a rate; expected a size such as 4 GiB",
      })
  void saysWhatIsWrong(String text, String expected) {
    assertEquals(
        List.of(expected),
        Texts.problems(text).stream().filter(p -> !p.contains("VMN2013")).limit(1).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "coutn=5|VMN2001 there is no variable `coutn` to set; did you mean `count`?",
        "count=4 GiB|VMN2015 `count` is set to what it can't be: `4 GiB` is a size",
        "count=many|VMN2015 `count` is set to what it can't be: `many`: there is nothing called"
            + " `many`",
      })
  void saysWhatCannotBeSet(String setting, String expected) {
    String[] parts = setting.split("=");
    List<String> problems =
        Texts.problems("network n\nvar count = 2\nvm a[count]", Map.of(parts[0], parts[1]));
    assertEquals(1, problems.size(), problems::toString);
    assertTrue(problems.get(0).endsWith(expected), problems::toString);
  }

  @Test
  void aTextIsSetWithoutQuotes() {
    assertEquals(
        List.of(),
        Texts.problems(
            "network n\nvar site = \"a\"\nhost h { zone site }", Map.of("site", "north")));
  }

  @Test
  void pointsToTheUseAndToTheTemplate() {
    String text =
        """
        network n
        template node(cores: number) {
          cpu 2 * cores
        }
        for i in 1..2 {
          vm web-${i} : node(cores = 2000 * i)
        }
        """;
    List<Problem> problems = Texts.compile(text, Map.of()).problems();
    assertEquals(1, problems.size(), problems::toString);
    Problem problem = problems.get(0);
    assertEquals("text.vmn:3:7", problem.origin().toString());
    assertEquals(
        List.of("text.vmn:6:17 with `cores = 4000`", "text.vmn:5:5 with `i = 2`"),
        problem.labels().stream().map(l -> l.origin() + " " + l.text()).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "node(net = group-g)|8:28 VMN2001 there is no segment `group-g`, put the variable into the"
            + " name: `group-${g}`|2:35 here `net` is a segment",
        "outer(out = group-g)|8:29 VMN2001 there is no segment `group-g`, put the variable into the"
            + " name: `group-${g}`|2:35 here `net` is a segment",
        "free(net = group-9)|8:28 VMN2001 there is no segment `group-9`; did you mean `group-1`?"
            + "|3:26 here `net` is a segment",
        "free(net = all)|8:28 VMN2012 `all` is a group; expected a segment|3:26 here `net` is a"
            + " segment",
        "free(net = 3)|8:28 VMN2015 `3` is a number; expected the name of a segment|3:26 here"
            + " `net` is a segment",
        "shop(out = all)|8:28 VMN2012 `all` is a group; expected a service|5:35 here `out` is used",
      })
  void pointsToTheArgumentThatIsNoSuchName(String use, String expected, String label) {
    String text =
        """
        network n
        template node(net: segment) { nic net }
        template free(net) { nic net }
        template outer(out: segment) : node(net = out)
        template shop(out) { runs shop on out }
        for g in 1..2 {
          segment group-${g}
          vm web-${g} : USE
        }
        group all = any
        """
            .replace("USE", use);
    List<Problem> problems = Texts.compile(text, Map.of()).problems();
    assertEquals(1, problems.size(), problems::toString);
    Problem problem = problems.get(0);
    String at = problem.origin().line() + ":" + problem.origin().column();
    assertEquals(
        expected,
        at
            + " "
            + problem.code().id()
            + " "
            + problem.message()
            + (problem.help() == null ? "" : ", " + problem.help()),
        problems::toString);
    assertTrue(
        problem.labels().stream()
            .anyMatch(l -> (l.origin() + " " + l.text()).equals("text.vmn:" + label)),
        () -> problem.labels().toString());
  }

  @Test
  void pointsToTheUseOfAnotherFilesTemplate(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("lab"));
    Files.writeString(
        folder.resolve("lab/tiers.vmn"),
        "var big = 8 GiB\n"
            + "template node(cores: number, net: segment) { cpu cores; memory big; nic net }\n");
    String text =
        "network n\nimport lab.tiers.{node}\nsegment lan\nvm a : node(cores = 9000, net = lan)\n";
    List<Problem> problems = Texts.compile(folder.resolve("root.vmn"), text, Map.of()).problems();
    assertEquals(1, problems.size(), problems::toString);
    assertEquals("root.vmn:4:8", problems.get(0).origin().toString());
    String mended = text.replace("9000", "2");
    assertEquals(List.of(), Texts.compile(folder.resolve("root.vmn"), mended, Map.of()).problems());
  }

  /**
   * What the parser left out of the tree must break nothing: its own words are all that is said.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "import \"x\"",
        "var: number",
        "var =",
        "for in 1..2 { vm a }",
        "for i in { vm a-${i} }",
        "if { vm a }",
        "template t(a = 1); vm v : t(= 1)",
        "template t(: size); vm v : t",
        "host h; router r { route 0.0.0.0/0 via host(, 1) }",
        "import import std.services.{https}",
      })
  void aBrokenTextIsToldOnce(String text, @TempDir Path folder) throws IOException {
    for (String problem : Texts.problems("network n\nvar n = 2\n" + text)) {
      assertTrue(problem.contains(" VMN1001 "), problem);
    }
    Files.writeString(folder.resolve("broken.vmn"), text);
    List<Problem> problems =
        Texts.compile(
                folder.resolve("root.vmn"),
                "network n\nimport broken.*\nfor i in 1..2 { vm a-${i} }\n",
                Map.of())
            .problems();
    assertTrue(problems.stream().anyMatch(p -> p.code() == Code.SYNTAX), problems::toString);
  }

  @Test
  void anUnknownNameIsToldOnce() {
    assertEquals(
        List.of("4:12 VMN2001 there is no segment `lann`; did you mean `lan`?"),
        Texts.problems("network n\nvar n = 2\nsegment lan\nvm a { nic lann }\n"));
  }

  @Test
  void aTemplateWithParametersFindsTheServicesOfItsFile() {
    assertEquals(
        List.of(),
        Texts.problems(
            """
            network n
            import std.services.{ssh}
            template p(cores = 1) { cpu cores; runs ssh }
            segment lan
            vm a : p { nic lan }
            """));
  }

  @Test
  void whatTheLibraryHasIsOfferedToBeImported() {
    String text = "network n\nsegment lan\nvm a { nic lan; runs shell on ssh }\n";
    Problem problem = Texts.compile(text, Map.of()).problems().get(0);
    assertEquals("there is no service `ssh`", problem.message());
    assertEquals(
        List.of("\n\nimport std.services.{ssh}"),
        problem.fixes().get(0).edits().stream().map(Fix.Edit::text).toList());
    String imported = text.replace("segment", "import std.services.{http}\nsegment");
    assertEquals(
        List.of(", ssh"),
        Texts.compile(imported, Map.of()).problems().get(0).fixes().get(0).edits().stream()
            .map(Fix.Edit::text)
            .toList());
  }

  @Test
  void deepChainsOfVariablesAreBounded() {
    StringBuilder text = new StringBuilder("network n\nvar a0 = 1\n");
    for (int i = 1; i <= 5000; i++) {
      text.append("var a").append(i).append(" = a").append(i - 1).append(" + 1\n");
    }
    assertTrue(Texts.problems(text.toString()).stream().allMatch(p -> p.contains("VMN1003")));
  }

  @Test
  void doublingTextsAreBounded() {
    StringBuilder text = new StringBuilder("network n\nvar a0 = \"xxxxxxxx\"\n");
    for (int i = 1; i <= 60; i++) {
      text.append("var a" + i + " = \"${a" + (i - 1) + "}${a" + (i - 1) + "}\"\n");
    }
    List<String> problems = Texts.problems(text.toString());
    assertTrue(
        problems.get(0).contains("the text has more than 8192 characters"), problems::toString);
  }

  @Test
  void growingNumbersAreBounded() {
    StringBuilder text = new StringBuilder("network n\nvar a0 = 999999999\n");
    for (int i = 1; i <= 60; i++) {
      text.append("var a" + i + " = a" + (i - 1) + " * a" + (i - 1) + "\n");
    }
    List<String> problems = Texts.problems(text.toString());
    assertTrue(problems.get(0).contains("too many digits"), problems::toString);
  }

  @Test
  void deepExpressionsAreBounded() {
    String deep = "network n\nvar a = " + "(".repeat(2000) + "1" + ")".repeat(2000);
    assertTrue(Texts.problems(deep).get(0).contains("VMN1003"));
    String signs = "network n\nvar a = " + "- ".repeat(5000) + "1";
    assertTrue(Texts.problems(signs).get(0).contains("VMN1003"));
  }

  @Test
  void aReplicaCountIsNeverUnrolled() {
    assertEquals(
        List.of(),
        Texts.problems(
            "network n\nvar n = 1000 * 1000\nsegment l { subnet 10.0.0.0/8 }\nvm a[n] { nic l }"));
  }

  /** Whatever could be right for some arguments is left to those who give them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "template t(a: number) { cpu a * 1000000 }",
        "template t(a: number, n: prefix) { nic lan { address host(n, a * 1000) } }",
        "template t(a: number) { memory 8 GiB / (a - 2) }",
        "template t(a) { cpu a }",
        "template t(a: bool) { if a { memory 1 GiB } else { memory 2 GiB } }",
        "template t(a: [number]) { cpu (a[3]); nic lan { priority (8 / (len(a) - 1)) } }",
      })
  void leavesValuesToUses(String text) {
    assertEquals(List.of(), Texts.problems("network n; segment lan; " + text));
  }
}
