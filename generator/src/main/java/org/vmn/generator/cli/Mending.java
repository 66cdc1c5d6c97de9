package org.vmn.generator.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import org.vmn.generator.compile.SourceException;
import org.vmn.generator.fix.Fixes;
import org.vmn.generator.format.Diff;
import picocli.CommandLine.Option;

/** {@code --fix}: makes the changes that diagnostics propose, or shows them. */
final class Mending {
  /** What one fix uncovers another may mend; circles end here. */
  private static final int MOST_ROUNDS = 10;

  @Option(names = "--fix", description = "Mend what can be mended without asking.")
  private boolean fix;

  @Option(
      names = "--guesses",
      description = "With --fix: also make the best guess, such as the nearest name.")
  private boolean guesses;

  @Option(names = "--diff", description = "With --fix: show what would change, and change nothing.")
  private boolean diff;

  /** Finds the problems of a file: the command's own way. */
  @FunctionalInterface
  interface Finder {
    Found find(Path file) throws SourceException, IOException;
  }

  boolean isWanted() {
    return fix;
  }

  /** Whether changes are shown and not made. */
  boolean showsOnly() {
    return diff;
  }

  /** Whether options make no sense together; the message, or an empty text. */
  String misuse() {
    return !fix && (guesses || diff) ? "`--guesses` and `--diff` go with `--fix`" : "";
  }

  /** Mends a file and those that it imports, and says what was done. */
  void mend(Path file, Finder finder, Style style, PrintWriter out, PrintWriter err)
      throws SourceException, IOException {
    if (file.toString().equals("-")) {
      throw new SourceException("standard input can't be mended: name a file");
    }
    int made = 0;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      Found found = finder.find(file);
      Fixes.Result result = Fixes.apply(found.problems(), found.input().sources(), guesses);
      made += result.made();
      for (Map.Entry<String, String> text : result.texts().entrySet()) {
        if (diff) {
          show(found.input(), text.getKey(), text.getValue(), style, out);
        } else {
          OutputFile.write(Path.of(found.input().shown(text.getKey())), text.getValue());
        }
      }
      if (diff || result.made() == 0) {
        break;
      }
    }
    String further = made == 0 ? "" : "; what that uncovers may be mended next";
    err.println(
        file
            + ": "
            + Summary.count(made, "problem")
            + (diff ? " can be mended" + further : " mended"));
  }

  private static void show(Input input, String name, String after, Style style, PrintWriter out) {
    String before = input.sources().text(name).orElse("");
    Diff.unified(input.shown(name), before, after).forEach(l -> out.println(style.diff(l)));
  }
}
