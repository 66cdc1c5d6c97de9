package org.vmn.generator.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a command that is interrupted from the terminal write what it has. The process ends when the
 * command has closed this, or a little later.
 */
final class Interruption implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 10;

  /** That of the signal. */
  private static final int USUAL_STATUS = -1;

  private final CountDownLatch written = new CountDownLatch(1);
  private final Thread hook = new Thread(this::await);
  private final Runnable wake;
  private volatile boolean asked;
  private volatile int status = USUAL_STATUS;

  Interruption() {
    this(() -> {});
  }

  /**
   * @param wake tells a command that waits for something else
   */
  Interruption(Runnable wake) {
    this.wake = wake;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void await() {
    asked = true;
    wake.run();
    try {
      if (written.await(PATIENCE_SECONDS, TimeUnit.SECONDS) && status != USUAL_STATUS) {
        Runtime.getRuntime().halt(status);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Lets the process, if it was interrupted, end with this status in place of the signal's. */
  void endWith(int wanted) {
    status = wanted;
  }

  /** Whether the command is to stop. */
  boolean asked() {
    return asked;
  }

  @Override
  public void close() {
    written.countDown();
    if (!asked) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The process is ending already.
        return;
      }
    }
  }
}
