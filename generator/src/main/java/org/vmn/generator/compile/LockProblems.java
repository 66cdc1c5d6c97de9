package org.vmn.generator.compile;

import java.util.List;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.generator.lock.Fact;
import org.vmn.generator.lock.LockException;
import org.vmn.generator.lock.LockFile;
import org.vmn.generator.lock.Rivals;
import org.vmn.runtime.network.Origin;

/** What can be wrong with a lock. */
public final class LockProblems {
  private static final int MOST_SHOWN = 5;

  private LockProblems() {}

  /** That it isn't what a build writes. */
  public static Problem unreadable(LockException e) {
    return Problem.of(Code.BAD_LOCK, at(Math.max(1, e.line())), e.what()).help(e.help());
  }

  /** That a build would write other facts than those that are there; empty when it would not. */
  public static List<Problem> outdated(Compilation compilation) {
    List<Fact> gone = compilation.locks().before().without(compilation.locks().after());
    List<Fact> fresh = compilation.locks().after().without(compilation.locks().before());
    if (gone.isEmpty() && fresh.isEmpty()) {
      return List.of();
    }
    List<Fact> first = fresh.isEmpty() ? gone : fresh;
    String what = fresh.isEmpty() ? "nothing has any more: " : "it lacks: ";
    StringBuilder shown = new StringBuilder();
    first.stream().limit(MOST_SHOWN).forEach(f -> shown.append(separator(shown)).append(text(f)));
    if (first.size() > MOST_SHOWN) {
      shown.append(" and ").append(first.size() - MOST_SHOWN).append(" more");
    }
    return List.of(
        Problem.of(
                Code.LOCK_OUTDATED,
                at(1),
                "`" + LockFile.NAME + "` is not what a build would write; " + what + shown)
            .help("run `vmn build` without `--locked`, and keep the file with the source"));
  }

  /**
   * What two were given, and what one of them has instead.
   *
   * @param text of the lock
   */
  static List<Problem> divided(List<Rivals.Pair> rivals, String text) {
    List<String> lines = text.lines().toList();
    return rivals.stream().map(pair -> divided(pair, lines)).toList();
  }

  private static Problem divided(Rivals.Pair pair, List<String> lines) {
    Fact stays = pair.stays();
    Fact moves = pair.moves();
    String kind = moves.kind().word();
    String what =
        stays.owner().equals(moves.owner())
            ? "`" + LockFile.NAME + "` has a second " + kind + " of `" + moves.owner() + "`"
            : "`" + moves.owner() + "` had the " + kind + " of `" + stays.owner() + "` too";
    return Problem.of(
            Code.LOCK_DIVIDED, line(moves, lines), what + ", and has " + pair.now() + " now")
        .label(line(moves, lines), "chosen apart, as before a merge")
        .label(line(stays, lines), "stays")
        .help(
            "run `vmn build`, which writes the lock anew; where `"
                + moves.owner()
                + "` was deployed already, deploy it again");
  }

  private static Origin line(Fact fact, List<String> lines) {
    String line = LockFile.line(fact);
    int number = Math.max(1, 1 + lines.indexOf(line));
    return new Origin(LockFile.NAME, number, 1, number, 1 + line.length(), null);
  }

  private static String separator(StringBuilder before) {
    return before.isEmpty() ? "" : ", ";
  }

  private static String text(Fact fact) {
    return fact.kind().word() + " of `" + fact.owner() + "` " + fact.value();
  }

  private static Origin at(int line) {
    return new Origin(LockFile.NAME, line, 1, line, 2, null);
  }
}
