package org.vmn.runtime.network;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads and writes origins in one line of text. */
final class OriginText {
  private static final Pattern RANGE =
      Pattern.compile("(.*):(\\d{1,9}):(\\d{1,9})-(\\d{1,9}):(\\d{1,9})");
  private static final String WITHIN = " < ";
  private static final int MOST_EXPANSIONS = 64;

  private OriginText() {}

  static Origin parse(String text) {
    String[] parts = text.split(WITHIN, -1);
    if (parts.length > MOST_EXPANSIONS) {
      throw new IllegalArgumentException("an origin of " + parts.length + " expansions");
    }
    @Nullable Origin within = null;
    for (int i = parts.length - 1; i > 0; i--) {
      within = parse(parts[i], within);
    }
    return parse(parts[0], within);
  }

  private static Origin parse(String part, @Nullable Origin within) {
    if (part.isEmpty()) {
      return Origin.NONE;
    }
    Matcher m = RANGE.matcher(part);
    if (!m.matches()) {
      throw new IllegalArgumentException(
          "`" + part + "` is not an origin such as shop.vmn:14:5-14:20");
    }
    return new Origin(
        m.group(1),
        Integer.parseInt(m.group(2)),
        Integer.parseInt(m.group(3)),
        Integer.parseInt(m.group(4)),
        Integer.parseInt(m.group(5)),
        within);
  }

  static String format(Origin origin) {
    StringBuilder out = new StringBuilder();
    for (@Nullable Origin at = origin; at != null; at = at.within()) {
      out.append(out.isEmpty() ? "" : WITHIN);
      if (at.isKnown()) {
        out.append(at.file()).append(':').append(at.line()).append(':').append(at.column());
        out.append('-').append(at.endLine()).append(':').append(at.endColumn());
      }
    }
    return out.toString();
  }
}
