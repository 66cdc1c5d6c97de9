package org.vmn.generator.compile;

/** A file that can't be read: its message says which and why. */
public final class SourceException extends Exception {
  private static final long serialVersionUID = 1;

  public SourceException(String message) {
    super(message);
  }
}
