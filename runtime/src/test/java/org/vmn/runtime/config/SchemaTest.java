package org.vmn.runtime.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vmn.runtime.TestNetworks;
import org.vmn.runtime.network.Network;

/** The published schema and the reader say the same. */
class SchemaTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNode TEXT = text();
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(TEXT);

  private static JsonNode text() {
    try (InputStream in = NetworkConfig.class.getResourceAsStream("network.schema.json")) {
      return JSON.readTree(Objects.requireNonNull(in));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<Network> networks() {
    return TestNetworks.all();
  }

  private static JsonNode written(Network network) throws IOException {
    return JSON.readTree(NetworkConfigTest.written(network));
  }

  @Test
  void isItselfValid() {
    JsonSchema meta =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(
                com.networknt.schema.SchemaLocation.of(
                    "https://json-schema.org/draft/2020-12/schema"));
    assertEquals(Set.of(), meta.validate(TEXT));
    assertEquals(NetworkConfig.SCHEMA, TEXT.get("$id").asText());
  }

  @ParameterizedTest
  @MethodSource("networks")
  void acceptsWhatIsWritten(Network network) throws IOException {
    Set<ValidationMessage> messages = SCHEMA.validate(written(network));
    assertEquals(Set.of(), messages);
  }

  /**
   * Every member in turn left out, given another type, and joined by one that nobody knows: once
   * for each shape that objects have.
   */
  @ParameterizedTest
  @MethodSource("networks")
  void refusesWhatTheReaderRefuses(Network network) throws IOException {
    JsonNode root = written(network);
    List<String> wrong = new ArrayList<>();
    Set<List<String>> seen = new HashSet<>();
    for (ObjectNode object : objects(root)) {
      if (!seen.add(shape(object))) {
        continue;
      }
      for (String name : List.copyOf(names(object))) {
        JsonNode value = Objects.requireNonNull(object.remove(name));
        compare(root, "without " + name, wrong);
        object.put(name, 1.5);
        compare(root, name + " = 1.5", wrong);
        object.putObject(name);
        compare(root, name + " = {}", wrong);
        object.set(name, value);
      }
      object.put("surprise", 1);
      compare(root, "surprise", wrong);
      object.remove("surprise");
    }
    assertEquals(List.of(), wrong);
  }

  private static void compare(JsonNode root, String change, List<String> wrong) {
    boolean valid = SCHEMA.validate(root).isEmpty();
    boolean read;
    try {
      NetworkConfig.read(new java.io.StringReader(root.toString()));
      read = true;
    } catch (IOException e) {
      read = false;
    }
    if (valid != read) {
      wrong.add(change + (valid ? ": valid, not read" : ": read, not valid"));
    }
  }

  private static List<ObjectNode> objects(JsonNode node) {
    List<ObjectNode> objects = new ArrayList<>();
    if (node instanceof ObjectNode object) {
      objects.add(object);
    }
    node.forEach(child -> objects.addAll(objects(child)));
    return objects;
  }

  /** Its kind and what its members are called. */
  private static List<String> shape(ObjectNode object) {
    List<String> shape = new ArrayList<>(names(object));
    shape.add(object.path("kind").asText());
    return shape;
  }

  private static List<String> names(ObjectNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** What has no description nobody understands, and what isn't strict lets errors through. */
  @Test
  void isStrictAndDescribed() {
    for (ObjectNode object : objects(TEXT)) {
      if (object.path("type").asText().equals("object")) {
        assertFalse(object.get("additionalProperties").asBoolean(true), object.toString());
        assertTrue(object.has("description"), object.toString());
        assertTrue(object.get("required") instanceof ArrayNode, object.toString());
      }
    }
    TEXT.get("$defs").forEach(d -> assertTrue(d.has("description"), d.toString()));
  }
}
