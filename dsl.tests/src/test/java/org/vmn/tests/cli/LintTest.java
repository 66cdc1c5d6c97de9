package org.vmn.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code vmn lint}, {@code vmn.json}, and comments that answer for a finding. */
class LintTest {
  private static final String SPARE =
      """
      network n
      segment lan { subnet 10.0.0.0/24 }
      segment spare { subnet 10.0.1.0/24 }
      vm a { nic lan }
      assert no loops
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"off, 0, ''", "info, 0, info", "warning, 0, warning", "error, 1, error"})
  void aProjectSetsLevels(String level, int status, String word) throws IOException {
    Path file = write("deep/er/n.vmn", SPARE);
    write("vmn.json", "{ \"levels\": { \"VMN6013\": \"" + level + "\" } }");
    var run = Cli.run("lint", file);
    assertEquals(status, run.status(), run::err);
    assertEquals(!word.isEmpty(), run.err().contains(word + "[VMN6013]"), run::err);
  }

  @Test
  void aProjectEndsAtTheRootOfItsRepository() throws IOException {
    Path file = write("repository/n.vmn", SPARE);
    Files.createDirectory(folder.resolve("repository/.git"));
    write("vmn.json", "{ \"levels\": { \"VMN6013\": \"error\" } }");
    assertEquals(0, Cli.run("lint", file).status());
    assertEquals(1, Cli.run("lint", "--error-on-warning", file).status());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "template t(net: segment) { nic net; USER }; vm a : t(net = lan); vm b : t(net = lan)",
        "template t { nic lan; USER }; vm a : t; vm b : t",
        "template t(c: number = 1) { cpu c; nic lan; USER }; vm a : t; vm b : t(c = 2)",
        "for i in 1..2 { vm v-${i} { nic lan; USER } }",
      })
  void whatIsSaidOfUsersIsSaidOnceWhereverTheyStand(String machines) throws IOException {
    String text = "network n\nsegment lan\n" + machines.replace("; vm", "\nvm") + "\n";
    for (String user : new String[] {"user ops", "user ops key \"ssh-ed25519 AAAA\""}) {
      Path file = write("n.vmn", text.replace("USER", user));
      var run = Cli.run("lint", file);
      assertEquals(2, run.err().split("\\[VMN6017\\]", -1).length, run::err);
    }
  }

  @Test
  void aRuleHasALevelByItsText() throws IOException {
    Path file = write("n.vmn", SPARE + "rule \"owned\" { every vm has label owner }\n");
    assertEquals(1, Cli.run("check", file).status());
    write(
        "vmn.json", "{ \"levels\": { \"VMN6004\": \"off\" }, \"rules\": { \"owned\": \"info\" } }");
    var run = Cli.run("check", file);
    assertEquals(0, run.status());
    assertTrue(run.err().contains("info[VMN6004]"), run::err);
    assertTrue(run.err().contains("1 remark"), run::err);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{ \"levels\": 3 }",
        "{ \"levels\": { \"VMN6013\": 3 } }",
        "{ \"levels\": { \"VMN9999\": \"off\" } }",
        "{ \"levels\": { \"VMN2001\": \"off\" } }",
        "{ \"lint\": {} }",
        "{ \"levels\": { \"VMN6013\": \"off\" }"
      })
  void aProjectFileThatIsWrongIsAnError(String text) throws IOException {
    Path file = write("n.vmn", SPARE);
    write("vmn.json", text);
    var run = Cli.run("check", file);
    assertEquals(1, run.status(), run::err);
    assertTrue(run.err().contains("error[VMN6003]"), run::err);
    assertTrue(run.err().contains("vmn.json:1:"), run::err);
    assertFalse(run.err().contains("Exception"), run::err);
  }

  @Test
  void aLevelOfARuleThatNobodyHasIsAnError() throws IOException {
    Path file = write("n.vmn", SPARE);
    write("vmn.json", "{ \"rules\": { \"machines are ownd\": \"off\" } }");
    var run = Cli.run("check", file);
    assertEquals(1, run.status(), run::err);
    assertTrue(
        run.err().contains("error[VMN6003]: there is no rule `machines are ownd`"), run::err);
    // A project has many networks, and a rule may be of another than the one that is looked at.
    write("other.vmn", "rule \"machines are owned\" { every vm { has label owner } }\n");
    run = Cli.run("check", file);
    assertTrue(run.err().contains("did you mean `machines are owned`?"), run::err);
    write("vmn.json", "{ \"rules\": { \"machines are owned\": \"off\" } }");
    assertEquals(0, Cli.run("check", file).status());
  }

  @Test
  void theSchemaAndTheReaderAgree() throws IOException {
    String schema = Cli.run("lint", "--schema").out();
    ObjectMapper json = new ObjectMapper();
    JsonSchema checked =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(json.readTree(schema));
    for (String right :
        new String[] {
          "{}",
          "{ \"levels\": { \"VMN6013\": \"off\" }, \"rules\": { \"every machine has an owner\":"
              + " \"error\" } }"
        }) {
      assertTrue(checked.validate(json.readTree(right)).isEmpty(), right);
      assertEquals(0, withProject(right), right);
    }
    for (String wrong :
        new String[] {
          "{ \"level\": {} }", "{ \"levels\": { \"6013\": \"off\" } }",
          "{ \"rules\": { \"x\": \"no\" } }", "{ \"rules\": [] }"
        }) {
      assertFalse(checked.validate(json.readTree(wrong)).isEmpty(), wrong);
      assertEquals(1, withProject(wrong), wrong);
    }
  }

  private int withProject(String text) throws IOException {
    write("vmn.json", text);
    return Cli.run("check", write("n.vmn", SPARE)).status();
  }

  @ParameterizedTest
  @CsvSource({
    "'// vmn:allow VMN6013 because it is for later', 0",
    "'// vmn:allow VMN6011, VMN6013 because it is for later', 1",
    "'// vmn:allow VMN6013', 2",
    "'// vmn:allow VMN2001 because I say so', 2",
    "'// vmn:allow', 2",
    "'// vmn:allow VMN6014 because it is another', 2",
    "'// vmn allows', 1"
  })
  void aCommentAnswersForADeclaration(String comment, int findings) throws IOException {
    Path file = write("n.vmn", SPARE.replace("segment spare", comment + "\nsegment spare"));
    var run = Cli.run("lint", "--format", "github", file);
    assertEquals(findings, run.out().lines().count(), run::out);
  }

  /** Also within a block, behind a line, and for the violation of a rule. */
  @Test
  void aCommentAnswersForALineAndForARule() throws IOException {
    String text =
        """
        network n
        segment lan { subnet 10.0.0.0/24 }
        vm a {
          nic lan { spoof } // vmn:allow VMN6004 because it is a bridge
        }
        // vmn:allow VMN6004 because its owner left, and nobody has taken it over yet
        vm b {
          disk root 2 GiB
          nic lan
        }
        rule "honest" { no nic where spoof }
        rule "sized" { every vm { every disk { size > 1 GiB } } }
        rule "owned" { every vm where name = b { has label owner } }
        """;
    var run = Cli.run("check", write("n.vmn", text));
    assertEquals(0, run.status(), run::err);
    assertTrue(run.err().contains("no problems"), run::err);
  }

  /** What is looked for by the linter only is unused when the linter says so. */
  @Test
  void aSuppressionIsUnusedOnlyWhereItWasLookedFor() throws IOException {
    String text = SPARE.replace("vm a", "// vmn:allow VMN6014 because\u00a0of it\nvm a");
    Path file = write("n.vmn", text.replace("\u00a0", " "));
    assertTrue(Cli.run("check", file).err().contains("no problems"));
    assertTrue(Cli.run("lint", file).err().contains("VMN6002"));
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  /** A value is used in expressions, a declaration as an argument. */
  @Test
  void importsOfValuesAreUsed() throws IOException {
    write("lib.vmn", "var fast = 1 Gbps\nvar idle = 1 Gbps\nsegment lan\n");
    Path file =
        write(
            "n.vmn",
            "network n\nimport lib.{fast, idle, lan}\n"
                + "template t(net: segment) { nic net }\nvm a : t(net = lan)\n"
                + "for i in 1..2 { host h-${i} { uplink e { speed fast } } }\n"
                + "assert a reaches a\n");
    var run = Cli.run("lint", file);
    assertTrue(run.err().contains("`idle` is imported and not used"), run::err);
    assertTrue(
        !run.err().contains("`fast` is imported") && !run.err().contains("`lan` is"), run::err);
  }
}
