package org.vmn.runtime.network;

import java.util.HexFormat;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes origins in one line of text. What would break the line or the chain in a file's
 * name, and {@code %} itself, is written as {@code %} and two hexadecimal digits.
 */
final class OriginText {
  private static final Pattern RANGE =
      Pattern.compile("(.*):(\\d{1,9}):(\\d{1,9})-(\\d{1,9}):(\\d{1,9})", Pattern.DOTALL);
  private static final Pattern ESCAPE = Pattern.compile("%([0-9A-F]{2})?");
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
      return within == null ? Origin.NONE : new Origin("", 0, 0, 0, 0, within);
    }
    Matcher m = RANGE.matcher(part);
    if (!m.matches()) {
      throw new IllegalArgumentException(
          "`" + part + "` is not an origin such as shop.vmn:14:5-14:20");
    }
    return new Origin(
        unescaped(m.group(1)),
        Integer.parseInt(m.group(2)),
        Integer.parseInt(m.group(3)),
        Integer.parseInt(m.group(4)),
        Integer.parseInt(m.group(5)),
        within);
  }

  private static String unescaped(String file) {
    return ESCAPE.matcher(file).replaceAll(found -> Matcher.quoteReplacement(character(found)));
  }

  private static String character(MatchResult escape) {
    if (escape.group(1) == null) {
      throw new IllegalArgumentException("`%` without two hexadecimal digits");
    }
    return String.valueOf((char) Integer.parseInt(escape.group(1), 16));
  }

  static String format(Origin origin) {
    StringBuilder out = new StringBuilder();
    String separator = "";
    for (@Nullable Origin at = origin; at != null; at = at.within()) {
      out.append(separator);
      separator = WITHIN;
      if (at.isKnown()) {
        escape(at.file(), out);
        out.append(':').append(at.line()).append(':').append(at.column());
        out.append('-').append(at.endLine()).append(':').append(at.endColumn());
      }
    }
    return out.toString();
  }

  private static void escape(String file, StringBuilder out) {
    for (int i = 0; i < file.length(); i++) {
      char c = file.charAt(i);
      if (c == '%' || c == '<' || Character.isISOControl(c)) {
        out.append('%').append(HexFormat.of().withUpperCase().toHexDigits((byte) c));
      } else {
        out.append(c);
      }
    }
  }
}
