package org.vmn.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What proofs write for programs is as their published schema says. */
class ProofsSchemaTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static JsonNode published() throws IOException {
    try (InputStream in =
        ProofsSchemaTest.class.getResourceAsStream("/org/vmn/generator/cli/proofs.schema.json")) {
      return JSON.readTree(Objects.requireNonNull(in));
    }
  }

  /** One of the five. */
  private static JsonSchema schema(String kind) throws IOException {
    ObjectNode schema = published().deepCopy();
    schema.remove("anyOf");
    schema.put("$ref", "#/$defs/" + kind);
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
  }

  private static JsonNode said(Object... command) throws IOException {
    return JSON.readTree(Cli.run(command).out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"verdicts", "matrix", "rules", "cuts"})
  void examplesAreValid(String kind) throws IOException {
    JsonSchema schema = schema(kind);
    int entries = 0;
    for (Path example : Cli.examples()) {
      JsonNode said =
          switch (kind) {
            case "matrix" -> said("prove", "--format", "json", "--matrix", example);
            case "rules" -> said("prove", "--format", "json", "--rules", example);
            case "cuts" -> said("prove", "--format", "json", "--cuts", "1", example);
            default -> said("prove", "--format", "json", example);
          };
      assertEquals(Set.of(), schema.validate(said), example::toString);
      entries += said.size();
    }
    assertTrue(entries > 5, entries + " entries");
  }

  @ParameterizedTest
  @ValueSource(strings = {"01-hello/hello.vmn", "02-dmz/dmz-mended.vmn", "03-shop/shop.vmn"})
  void comparisonsAreValid(String other) throws IOException {
    Path one = Cli.EXAMPLES.resolve("02-dmz/dmz.vmn");
    JsonNode said = said("diff", "--format", "json", one, Cli.EXAMPLES.resolve(other));
    assertEquals(Set.of(), schema("changes").validate(said));
    assertFalse(said.isEmpty());
  }

  /** One member less or more is not the same format. */
  @ParameterizedTest
  @ValueSource(strings = {"assertion", "counterexample", "remedy"})
  void theSchemaIsStrict(String member) throws IOException {
    Path example = Cli.EXAMPLES.resolve("02-dmz/dmz.vmn");
    JsonNode said = said("prove", "--format", "json", example);
    ((ObjectNode) said.get(1)).remove(member);
    assertEquals(
        List.of("required"),
        schema("verdicts").validate(said).stream().map(m -> m.getType()).toList());
    ((ObjectNode) said.get(1)).put(member, 1).put("more", 1);
    Set<String> types = new HashSet<>();
    schema("verdicts").validate(said).forEach(m -> types.add(m.getType()));
    assertTrue(types.contains("additionalProperties") && types.contains("type"), types::toString);
  }
}
