package org.vmn.runtime.network;

import org.jspecify.annotations.Nullable;

/**
 * Where an element came from: a range in a source file, lines and columns counted from 1, the end
 * exclusive.
 *
 * @param file as in {@link Network#sources()}
 * @param within the use that this declaration was expanded for (a template's user), or null
 */
public record Origin(
    String file, int line, int column, int endLine, int endColumn, @Nullable Origin within) {

  /** For what no source says, such as the default host. */
  public static final Origin NONE = new Origin("", 0, 0, 0, 0, null);

  public boolean isKnown() {
    return line > 0;
  }

  /** Parses what {@link #encoded} wrote. */
  public static Origin parse(String text) {
    return OriginText.parse(text);
  }

  /** {@code shop.vmn:14:5-14:20}, with {@code <} before the use that it was expanded for. */
  public String encoded() {
    return OriginText.format(this);
  }

  /** {@code shop.vmn:14:5}: what a person wants to see and an editor can open. */
  @Override
  public String toString() {
    return isKnown() ? file + ":" + line + ":" + column : "(default)";
  }
}
