package org.vmn.generator.compile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.dsl.vmn.Model;
import org.vmn.generator.lock.Lock;
import org.vmn.runtime.network.Network;

/**
 * What came of compiling a file.
 *
 * @param root the file's model, or null when the file could not even be read as one
 * @param network null exactly when there are errors, or when the file is a library
 * @param problems in order of file and place
 * @param sources the text of each file that was read, by the name that origins have for it
 */
public record Compilation(
    @Nullable Model root,
    @Nullable Network network,
    List<Problem> problems,
    SourceTexts sources,
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
  }

  public boolean hasErrors() {
    return problems.stream().anyMatch(Problem::isError);
  }
}
