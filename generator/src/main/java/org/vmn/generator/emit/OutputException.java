package org.vmn.generator.emit;

import org.jspecify.annotations.Nullable;

/**
 * The output can't be written where it should go. The message is for people: what is wrong, then
 * the way out.
 */
public final class OutputException extends RuntimeException {
  private static final long serialVersionUID = 1;

  OutputException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
