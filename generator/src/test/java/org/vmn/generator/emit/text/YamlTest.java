package org.vmn.generator.emit.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vmn.generator.emit.Networks;

class YamlTest {
  @Test
  void nests() {
    String yaml =
        new Yaml()
            .put("version", 2)
            .open("routes")
            .item()
            .put("to", "::/0")
            .put("on", true)
            .end()
            .end()
            .open("keys")
            .add("no")
            .end()
            .toString();
    assertEquals(
        """
        version: 2
        routes:
          - to: "::/0"
            on: true
        keys:
          - "no"
        """,
        yaml);
  }

  /** Quoted as JSON quotes, which is quoted as YAML quotes. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        Networks.HOSTILE,
        "",
        "a: b\n- c",
        "\0\u001b\u007f\u0085\u2028\ufeff",
        "\ud83d\ude00",
        "on",
        "{}"
      })
  void keepsEveryValue(String value) {
    String quoted = new Yaml().put("a", value).toString().substring("a: ".length()).strip();
    assertEquals(value, JsonParser.parseString(quoted).getAsString());
    assertEquals(quoted, quoted.replaceAll("\\p{Cntrl}|[\u0085\u2028\u2029\ufeff]", ""));
  }
}
