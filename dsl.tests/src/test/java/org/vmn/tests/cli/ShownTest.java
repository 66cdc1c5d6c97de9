package org.vmn.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What documents show of the command line is what it says. {@code -Dgolden=update} writes it into
 * them.
 */
class ShownTest {
  private static final Pattern BLOCK = Pattern.compile("(?s)```console\n(.*?)```");

  @ParameterizedTest
  @ValueSource(strings = {"runtime/README.md"})
  void showsWhatIsSaid(String document) throws IOException {
    Path file = Path.of("..").resolve(document);
    String text = Files.readString(file);
    Matcher block = BLOCK.matcher(text);
    String now =
        block.replaceAll(b -> Matcher.quoteReplacement("```console\n" + run(b.group(1)) + "```"));
    if ("update".equals(System.getProperty("golden"))) {
      Files.writeString(file, now);
    }
    assertEquals(Files.readString(file), now);
  }

  /** The commands of a block, each with what it says. */
  private static String run(String block) {
    StringBuilder out = new StringBuilder();
    block
        .lines()
        .filter(l -> l.startsWith("$ vmn "))
        .forEach(command -> {
          List<Object> words = new ArrayList<>();
          for (String word : command.substring("$ vmn ".length()).split(" ")) {
            String there = word.replaceFirst("^dsl.tests/", "");
            words.add(there.equals(word) ? word : Path.of(there));
          }
          out.append(command).append('\n').append(Cli.run(words.toArray()).out());
        });
    return out.toString();
  }
}
