package org.vmn.generator.cli;

import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What came of a watched file at one time.
 *
 * @param number from 1
 * @param begin when it was begun
 * @param file as it was named
 * @param changed the files that changed since the last round; none in the first
 * @param found null where the file couldn't be read at all
 * @param failure why not; else empty
 * @param verdicts what changed since verdicts were last found; null where none were found now
 * @param problems what changed since the last round
 * @param nanos how long it took
 * @param status the exit status that it calls for
 */
record Round(
    int number,
    ZonedDateTime begin,
    Path file,
    Set<Path> changed,
    @Nullable Found found,
    String failure,
    @Nullable VerdictChanges verdicts,
    ProblemChanges problems,
    long nanos,
    int status) {

  /** Shows rounds to somebody. */
  interface Viewer {
    void show(Round round);
  }
}
