package org.vmn.tests.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vmn.generator.compile.Compiler;
import org.vmn.generator.compile.Source;
import org.vmn.runtime.config.NetworkConfig;

/**
 * What the tables of the reference promise is what an empty declaration comes to. What a request
 * costs, and how long a queue is, the simulator decides: a network says that nothing was said.
 */
class DefaultsTest {
  private static final Path REFERENCE = Path.of("../dsl/docs/language");
  private static final Compiler COMPILER = new Compiler();

  /** A network in which the property stands where the mark is. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "machines.md|vm`, `template|cpu|vm a { nic lan; @ }",
        "machines.md|vm`, `template|memory|vm a { nic lan; @ }",
        "machines.md|nic|priority|vm a { nic lan { @ } }",
        "machines.md|calls|times|vm a { nic lan; runs p on 80/tcp { calls b : q { @ } } }",
        "machines.md|calls|request|vm a { nic lan; runs p on 80/tcp { calls b : q { @ } } }",
        "machines.md|calls|response|vm a { nic lan; runs p on 80/tcp { calls b : q { @ } } }",
        "machines.md|calls|timeout|vm a { nic lan; runs p on 80/tcp { calls b : q { @ } } }",
        "machines.md|calls|retries|vm a { nic lan; runs p on 80/tcp { calls b : q { @ } } }",
        "machines.md|scale|least|vm a[5] { nic lan; scale { @ } }",
        "machines.md|scale|above|vm a[5] { nic lan; scale { @ } }",
        "machines.md|scale|below|vm a[5] { nic lan; scale { @ } }",
        "machines.md|scale|boot|vm a[5] { nic lan; scale { @ } }",
        "machines.md|scale|cooldown|vm a[5] { nic lan; scale { @ } }",
        "machines.md|protect|every|vm a { nic lan; protect { @ } }",
        "machines.md|protect|rto|vm a { nic lan; protect { @ } }",
        "hardware.md|uplink|mtu|host m { uplink e { @ } }",
      })
  void areWhatIsComputed(String page, String section, String property, String declaration)
      throws Exception {
    String stated = property + " " + promised(page, section, property);
    assertEquals(
        network(declaration.replace("@", "")), network(declaration.replace("@", stated)), stated);
  }

  private static String promised(String page, String section, String property) throws Exception {
    String text = Files.readString(REFERENCE.resolve(page));
    int from = text.indexOf("## `" + section + "`");
    int to = text.indexOf("\n## ", from + 1);
    Matcher row =
        Pattern.compile("(?m)^\\| `" + property + "[^|]*\\|[^|]*\\| `?([^|`]+?)`? \\|$")
            .matcher(text.substring(from, to < 0 ? text.length() : to));
    assertTrue(from >= 0 && row.find(), () -> page + " has no default of " + property);
    return row.group(1);
  }

  private static String network(String declaration) throws Exception {
    String text =
        "network n\nhost h[2] { uplink e }\noverlay o vxlan over h[*].e\n"
            + "segment lan in o { subnet 10.0.0.0/24 }\nvm b { nic lan; runs q on 81/tcp }\n"
            + declaration
            + "\n";
    Source source = new Source(Path.of("n.vmn"), text.getBytes(StandardCharsets.UTF_8));
    var compilation = COMPILER.compile(source);
    StringWriter json = new StringWriter();
    NetworkConfig.write(
        Objects.requireNonNull(
            compilation.network(), () -> compilation.problems() + " in\n" + text),
        json);
    return json.toString().replaceAll("\"origin\": *\"[^\"]*\"", "");
  }
}
