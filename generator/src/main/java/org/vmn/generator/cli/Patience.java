package org.vmn.generator.cli;

import java.io.PrintWriter;
import java.util.function.DoublePredicate;

/**
 * Shows how far something is, and says when to stop: past a limit of time, or interrupted from the
 * terminal. What there is by then is still to be shown.
 */
final class Patience implements DoublePredicate, AutoCloseable {
  private final Progress progress;
  private final Interruption interruption = new Interruption();
  private final long start = System.nanoTime();
  private final long nanos;
  private boolean stopped;

  /**
   * @param what is done, such as {@code comparing}
   * @param seconds of time, 0 for no limit
   */
  Patience(PrintWriter err, String what, double seconds) {
    progress = new Progress(err, what);
    nanos = (long) (seconds * 1e9);
  }

  /** Told how much is done, from 0 to 1; whether to stop. */
  @Override
  public boolean test(double done) {
    progress.at(done);
    stopped |= interruption.asked() || nanos > 0 && System.nanoTime() - start > nanos;
    return stopped;
  }

  /** Whether it was told to stop. */
  boolean stopped() {
    return stopped;
  }

  /** Why what is shown isn't all. */
  String why() {
    return interruption.asked()
        ? "interrupted: this is not all"
        : "out of time: this is not all; give it more with --time-limit";
  }

  @Override
  public void close() {
    progress.close();
    interruption.close();
  }
}
