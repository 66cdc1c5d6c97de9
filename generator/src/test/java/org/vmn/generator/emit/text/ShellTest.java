package org.vmn.generator.emit.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vmn.generator.emit.Lab;
import org.vmn.generator.emit.Networks;

class ShellTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        Networks.HOSTILE,
        "",
        "'",
        "''",
        "\\'",
        "~",
        "*",
        "{a,b}",
        "a\nb",
        "=",
        "!!",
        "-n",
        "#",
        "a b"
      })
  void keepsEveryWordOneWord(String word) throws Exception {
    Lab.needs("sh");
    String script = Shell.command("printf", "<%s>", word, word);
    assertEquals(new Lab.Run(0, "<" + word + "><" + word + ">"), Lab.run("sh", "-c", script));
  }

  @Test
  void leavesPlainWordsAlone() {
    assertEquals(
        "tap web-a2b 1500 10.0.0.1/24 'a b' ''",
        Shell.command("tap", "web-a2b", "1500", "10.0.0.1/24", "a b", ""));
  }

  @Test
  void rejectsNul() {
    assertThrows(IllegalArgumentException.class, () -> Shell.quote("a\0"));
  }

  @Test
  void keepsCommentsComments() {
    assertEquals("# a\n# rm b\n#\n# c d\n", Shell.comment("a\nrm b\r\n\u2028c\u001bd"));
  }
}
