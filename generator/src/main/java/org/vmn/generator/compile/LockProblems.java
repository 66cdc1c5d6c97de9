package org.vmn.generator.compile;

import java.util.List;
import java.util.Locale;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.generator.lock.Fact;
import org.vmn.generator.lock.LockException;
import org.vmn.generator.lock.LockFile;
import org.vmn.runtime.network.Origin;

/** What can be wrong with a lock. */
public final class LockProblems {
  private static final int MOST_SHOWN = 5;

  private LockProblems() {}

  static Problem unreadable(LockException e) {
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

  private static String separator(StringBuilder before) {
    return before.isEmpty() ? "" : ", ";
  }

  private static String text(Fact fact) {
    String kind = fact.kind().name().toLowerCase(Locale.ROOT);
    return kind + " of `" + fact.owner() + "` " + fact.value();
  }

  private static Origin at(int line) {
    return new Origin(LockFile.NAME, line, 1, line, 2, null);
  }
}
