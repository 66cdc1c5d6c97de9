package org.vmn.generator.fix;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vmn.dsl.diagnostics.Fix;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.generator.compile.SourceTexts;

/** Makes the changes that problems propose. */
public final class Fixes {
  private Fixes() {}

  /**
   * What came of it.
   *
   * @param texts of the files that changed, by the name that origins have for them
   * @param made how many fixes were made
   */
  public record Result(Map<String, String> texts, int made) {
    public Result {
      texts = Map.copyOf(texts);
    }
  }

  /**
   * Makes the first fix of each problem. One that overlaps another, or that changes the library, is
   * left for another round.
   *
   * @param guesses whether those that aren't certain are made too
   */
  public static Result apply(List<Problem> problems, SourceTexts sources, boolean guesses) {
    Map<String, List<TextEdit>> edits = new TreeMap<>();
    int made = 0;
    for (Problem problem : problems) {
      Fix fix =
          problem.fixes().stream().filter(f -> guesses || f.certain()).findFirst().orElse(null);
      if (fix != null && add(fix, sources, edits)) {
        made++;
      }
    }
    Map<String, String> texts = new TreeMap<>();
    edits.forEach((file, of) -> texts.put(file, TextEdit.apply(sources.text(file).orElse(""), of)));
    return new Result(texts, made);
  }

  /** Makes all of a fix's edits or none. */
  private static boolean add(Fix fix, SourceTexts sources, Map<String, List<TextEdit>> edits) {
    Map<String, List<TextEdit>> own = new TreeMap<>();
    for (Fix.Edit edit : fix.edits()) {
      String file = edit.range().file();
      String text = sources.text(file).orElse(null);
      if (text == null || file.startsWith("std/")) {
        return false;
      }
      TextEdit made = TextEdit.of(text, edit);
      if (edits.getOrDefault(file, List.of()).stream().anyMatch(e -> overlap(e, made))) {
        return false;
      }
      own.computeIfAbsent(file, f -> new ArrayList<>()).add(made);
    }
    own.forEach((file, of) -> edits.computeIfAbsent(file, f -> new ArrayList<>()).addAll(of));
    return true;
  }

  private static boolean overlap(TextEdit a, TextEdit b) {
    return a.start() < b.end() && b.start() < a.end() || a.start() == b.start();
  }
}
