package org.vmn.tests.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.vmn.dsl.VmnStandaloneSetup;

/** Whatever the text: no exception, no hang, and a layout that changes nothing. */
class FuzzTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Language LANGUAGE =
      new VmnStandaloneSetup().createInjectorAndDoEMFRegistration().getInstance(Language.class);
  private static final List<List<String>> FILES =
      GoodInputTest.all().map(FuzzTest::pieces).toList();
  private static final List<String> WORDS =
      FILES.stream().flatMap(List::stream).distinct().toList();

  @Property(tries = 300, seed = "1")
  void tokenSoup(@ForAll @Size(max = 60) List<@IntRange(max = 100_000) Integer> choices) {
    StringBuilder text = new StringBuilder();
    choices.forEach(c -> text.append(WORDS.get(c % WORDS.size())).append(' '));
    survives(text.toString());
  }

  @Property(tries = 300, seed = "1")
  void mutatedExamples(@ForAll long seed) {
    Random random = new Random(seed);
    List<String> pieces = new ArrayList<>(FILES.get(random.nextInt(FILES.size())));
    for (int i = 0; i < 1 + random.nextInt(5); i++) {
      int at = random.nextInt(pieces.size());
      switch (random.nextInt(4)) {
        case 0 -> pieces.remove(at);
        case 1 -> pieces.add(at, WORDS.get(random.nextInt(WORDS.size())));
        case 2 -> pieces.set(at, WORDS.get(random.nextInt(WORDS.size())));
        default -> pieces.set(at, pieces.get(random.nextInt(pieces.size())));
      }
    }
    survives(String.join("", pieces));
  }

  @Property(tries = 300, seed = "1")
  void anyCharacters(@ForAll String text) {
    survives(text);
  }

  private static void survives(String text) {
    assertTimeoutPreemptively(
        LONG,
        () -> {
          LANGUAGE.issues(text);
          String laidOut = LANGUAGE.format(text);
          assertEquals(LANGUAGE.tokens(text), LANGUAGE.tokens(laidOut));
          assertEquals(laidOut, LANGUAGE.format(laidOut));
        });
  }

  /** Words, signs and what is between them. */
  private static List<String> pieces(Path file) {
    return List.of(Language.read(file).split("(?<=\\W)|(?=\\W)"));
  }
}
