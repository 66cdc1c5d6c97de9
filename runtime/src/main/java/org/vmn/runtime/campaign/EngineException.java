package org.vmn.runtime.campaign;

/** An engine that isn't there, or that can't go on: nothing is wrong with the campaign. */
public final class EngineException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String help;

  /**
   * @param help what to do about it
   */
  public EngineException(String message, String help) {
    super(message);
    this.help = help;
  }

  /** What to do about it. */
  public String help() {
    return help;
  }
}
