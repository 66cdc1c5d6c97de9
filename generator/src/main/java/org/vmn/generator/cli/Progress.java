package org.vmn.generator.cli;

import java.io.PrintWriter;

/**
 * A bar on standard error while something takes long, and nothing where nobody watches. Gone when
 * closed.
 */
final class Progress implements AutoCloseable {
  private static final int WIDTH = 30;

  /** What is over sooner needs no bar. */
  private static final long PATIENCE_NANOS = 400_000_000;

  private static final long PAUSE_NANOS = 100_000_000;

  private final PrintWriter err;
  private final String what;
  private final long start = System.nanoTime();
  private long last;
  private boolean drawn;

  Progress(PrintWriter err, String what) {
    this.err = err;
    this.what = what;
  }

  /**
   * @param fraction of the work that is done, from 0 to 1
   */
  synchronized void at(double fraction) {
    long now = System.nanoTime();
    if (!Terminal.err() || now - start < PATIENCE_NANOS || drawn && now - last < PAUSE_NANOS) {
      return;
    }
    int full = (int) Math.round(Math.clamp(fraction, 0.0, 1.0) * WIDTH);
    err.print(
        "\r"
            + what
            + " ["
            + "#".repeat(full)
            + "-".repeat(WIDTH - full)
            + "] "
            + Math.round(fraction * 100)
            + " %"
            + left(now, fraction));
    err.flush();
    last = now;
    drawn = true;
  }

  /** How much longer it takes, if it goes on as before; nothing while that says little. */
  private String left(long now, double fraction) {
    double seconds = (now - start) / 1e9 * (1 - fraction) / fraction;
    if (fraction < 0.02 || seconds < 2) {
      return "    ";
    }
    return seconds < 120
        ? ", " + Math.round(seconds) + " s left    "
        : ", " + Math.round(seconds / 60) + " min left    ";
  }

  @Override
  public synchronized void close() {
    if (drawn) {
      err.print("\r\u001b[K");
      err.flush();
    }
  }
}
