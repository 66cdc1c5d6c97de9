package org.vmn.generator.compile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.dsl.vmn.Model;
import org.vmn.generator.lock.Lock;
import org.vmn.generator.project.Settings;
import org.vmn.generator.project.Suppressions;
import org.vmn.runtime.network.Network;

/**
 * What came of compiling a file.
 *
 * @param root the file's model as it is written out, or null when the file could not even be read
 *     as one
 * @param network null exactly when there are errors, or when the file is a library
 * @param problems in order of file and place
 * @param suppressions those in the files, and what they kept out of the problems
 * @param settings of the project that the file belongs to
 * @param depth how closely it was looked at
 * @param sources the text of each file that was read, by the name that origins have for it
 * @param inputs the files that decide what comes of it, be they there or not: with another of them
 *     it may be another
 */
public record Compilation(
    @Nullable Model root,
    @Nullable Network network,
    List<Problem> problems,
    Suppressions suppressions,
    Settings settings,
    Depth depth,
    SourceTexts sources,
    Set<Path> inputs,
    Locks locks) {

  /**
   * What was chosen before, and what is chosen now.
   *
   * @param before as it was read
   * @param after what a build writes
   */
  public record Locks(Lock before, Lock after) {
    public static final Locks NONE = new Locks(Lock.EMPTY, Lock.EMPTY);
  }

  public Compilation {
    problems = List.copyOf(problems);
    inputs = Set.copyOf(inputs);
  }

  /**
   * All problems and those that were found since, as the project minds them and without those that
   * a comment answers for; with what is wrong about those comments.
   *
   * @param later such as refuted assertions
   */
  public List<Problem> with(List<Problem> later) {
    Suppressions.Sifted sifted = sifted(later);
    List<Problem> all = new ArrayList<>(problems);
    all.addAll(sifted.problems());
    if (network != null) {
      sifted.suppressions().verdict(depth::looksFor).stream()
          .flatMap(p -> settings.judge(p).stream())
          .forEach(all::add);
    }
    return all;
  }

  /** What comments answer for, of all problems and those that were found since. */
  public List<Suppressions.Suppressed> answered(List<Problem> later) {
    return sifted(later).suppressions().suppressed();
  }

  private Suppressions.Sifted sifted(List<Problem> later) {
    List<Problem> judged = new ArrayList<>();
    later.forEach(p -> settings.judge(p).ifPresent(judged::add));
    return suppressions.sift(judged);
  }
}
