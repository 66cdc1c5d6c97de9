package org.vmn.tests.mutation;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.generator.compile.Compiler;
import org.vmn.generator.compile.Source;
import org.vmn.generator.compile.SourceException;

/**
 * Makes mutants, looks at what is said of each, and counts. What Xtext catches and only logs is
 * thrown.
 */
final class Mutants {
  private static final Path FILE = Path.of("examples/mutant.vmn");
  private static final int MOST_SHOWN = 12;

  private final Compiler compiler = new Compiler();
  private final Logged logged = Logged.onRoot();
  private final List<String> programs = Programs.valid(compiler);
  private final Map<Mutator, int[]> counts = new EnumMap<>(Mutator.class);
  private final Map<String, String> missed = new TreeMap<>();

  /** What came of a mutant. */
  private enum Outcome {
    /** Nothing is wrong with it: what it says now is another valid program. */
    VALID,
    ON_THE_LINE,
    ELSEWHERE,
    /** Something is said, and no line is the wrong one. */
    SAID
  }

  List<String> programs() {
    return programs;
  }

  /** Makes mutants, as many as asked for; whoever calls it watches the time. */
  void make(int count, long seed) {
    Random random = new Random(seed);
    for (int made = 0; made < count; ) {
      Mutator by = Mutator.values()[random.nextInt(Mutator.values().length)];
      Mutator.Mutant mutant = by.mutate(programs.get(random.nextInt(programs.size())), random);
      if (mutant != null) {
        made++;
        judge(mutant);
      }
    }
  }

  private void judge(Mutator.Mutant mutant) {
    Map<Integer, String> lines = said(mutant);
    Outcome outcome =
        lines.isEmpty()
            ? Outcome.VALID
            : !mutant.by().hasPlace()
                ? Outcome.SAID
                : lines.keySet().stream().anyMatch(mutant::isCorruptedIn)
                    ? Outcome.ON_THE_LINE
                    : Outcome.ELSEWHERE;
    counts.computeIfAbsent(mutant.by(), b -> new int[Outcome.values().length])[outcome.ordinal()]++;
    if (outcome == Outcome.ELSEWHERE) {
      String line = mutant.text().lines().skip(mutant.line() - 1).findFirst().orElse("");
      missed.putIfAbsent(
          mutant.by() + " " + mutant.before() + " -> " + mutant.after(),
          mutant.line() + ": " + line.strip() + "   said " + lines);
    }
  }

  private Map<Integer, String> said(Mutator.Mutant mutant) {
    try {
      Map<Integer, String> lines = lines(compiler, mutant.text());
      logged.check();
      return lines;
    } catch (RuntimeException | StackOverflowError e) {
      throw new IllegalStateException(
          "%s in line %d:%n%s".formatted(mutant.by(), mutant.line(), mutant.text()), e);
    }
  }

  /** The lines of a text that something is said of, with the first words about each. */
  static Map<Integer, String> lines(Compiler compiler, String text) {
    try {
      Map<Integer, String> lines = new TreeMap<>();
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      for (Problem problem : compiler.compile(new Source(FILE, bytes)).problems()) {
        String said = problem.code().id() + " " + problem.message();
        lines.putIfAbsent(problem.origin().line(), said);
        // Two places contradict each other, and either may be the wrong one.
        for (Problem.Label label : problem.labels()) {
          lines.putIfAbsent(label.origin().line(), said);
        }
      }
      return lines;
    } catch (SourceException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Of those that are wrong, the share that is told so on the right line. */
  double found() {
    long right = total(Outcome.ON_THE_LINE);
    return (double) right / (right + total(Outcome.ELSEWHERE));
  }

  long wrong() {
    return total(Outcome.ON_THE_LINE) + total(Outcome.ELSEWHERE);
  }

  private long total(Outcome outcome) {
    return counts.values().stream().mapToLong(c -> c[outcome.ordinal()]).sum();
  }

  /** The figures, and some that were missed. */
  String report() {
    StringBuilder out = new StringBuilder();
    counts.forEach((by, c) ->
        out.append(
            "%-18s %6d valid %6d on the line %6d elsewhere %6d without a line%n"
                .formatted(by, c[0], c[1], c[2], c[3])));
    out.append(
        "%d wrong in one line, %.2f %% told on it; %d wrong somewhere; %d still valid%n"
            .formatted(wrong(), 100 * found(), total(Outcome.SAID), total(Outcome.VALID)));
    Set<String> shown = new TreeSet<>();
    missed.forEach((what, line) -> {
      if (shown.size() < MOST_SHOWN) {
        shown.add(what + "   in " + line);
      }
    });
    shown.forEach(s -> out.append(s).append('\n'));
    return out.toString();
  }
}
