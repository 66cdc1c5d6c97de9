package org.vmn.tests.mutation;

import org.apache.log4j.AppenderSkeleton;
import org.apache.log4j.Level;
import org.apache.log4j.Logger;
import org.apache.log4j.spi.LoggingEvent;
import org.jspecify.annotations.Nullable;

/** What Xtext caught and logged instead of throwing it. */
final class Logged extends AppenderSkeleton {
  private @Nullable LoggingEvent worst;

  static Logged onRoot() {
    Logged logged = new Logged();
    logged.setThreshold(Level.ERROR);
    Logger.getRootLogger().addAppender(logged);
    return logged;
  }

  @Override
  protected void append(LoggingEvent event) {
    worst = event;
  }

  /**
   * @throws IllegalStateException when something was logged since the last call
   */
  void check() {
    LoggingEvent found = worst;
    worst = null;
    if (found != null) {
      Throwable cause =
          found.getThrowableInformation() == null
              ? null
              : found.getThrowableInformation().getThrowable();
      throw new IllegalStateException(String.valueOf(found.getMessage()), cause);
    }
  }

  @Override
  public void close() {}

  @Override
  public boolean requiresLayout() {
    return false;
  }
}
