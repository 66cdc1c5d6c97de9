package org.vmn.generator.emit.text;

/**
 * Writes YAML in block style, for readers of YAML 1.1 and 1.2 alike. Strings are always in double
 * quotes, so that {@code no}, {@code 1e3} and {@code "; rm"} stay strings; keys are the caller's
 * own.
 */
public final class Yaml {
  private final StringBuilder out = new StringBuilder(512);
  private int depth;
  private boolean atItem;

  /** A comment line at the top level, such as {@code #cloud-config}. */
  public Yaml comment(String text) {
    out.append('#').append(text).append('\n');
    return this;
  }

  /** Opens a mapping or a sequence under a key; what it holds follows, until {@link #end}. */
  public Yaml open(String key) {
    line().append(key).append(":\n");
    depth++;
    return this;
  }

  /** Opens a mapping under a key that somebody else chose. */
  public Yaml openQuoted(String key) {
    line();
    quote(key);
    out.append(":\n");
    depth++;
    return this;
  }

  /** Starts a mapping that is an element of a sequence; until {@link #end}. */
  public Yaml item() {
    line().append("- ");
    atItem = true;
    depth++;
    return this;
  }

  public Yaml end() {
    depth--;
    return this;
  }

  public Yaml put(String key, String value) {
    line().append(key).append(": ");
    quote(value);
    out.append('\n');
    return this;
  }

  public Yaml put(String key, long value) {
    line().append(key).append(": ").append(value).append('\n');
    return this;
  }

  public Yaml put(String key, boolean value) {
    line().append(key).append(": ").append(value).append('\n');
    return this;
  }

  /** An element of a sequence. */
  public Yaml add(String value) {
    line().append("- ");
    quote(value);
    out.append('\n');
    return this;
  }

  @Override
  public String toString() {
    return out.toString();
  }

  private StringBuilder line() {
    if (atItem) {
      atItem = false;
      return out;
    }
    return out.repeat("  ", depth);
  }

  /** YAML 1.1, section 5.6; only escapes that JSON, YAML 1.1 and 1.2 all know. */
  private void quote(String text) {
    out.append('"');
    text.codePoints().forEach(this::escape);
    out.append('"');
  }

  private void escape(int point) {
    switch (point) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (isPrintable(point)) {
          out.appendCodePoint(point);
        } else if (point > 0xffff || point >= 0xd800 && point <= 0xdfff) {
          out.append("\\ufffd"); // an unpaired surrogate has no encoding
        } else {
          out.append("\\u%04x".formatted(point));
        }
      }
    }
  }

  /** YAML 1.1, section 5.1, less the line breaks U+0085, U+2028, U+2029 and the byte order mark. */
  private static boolean isPrintable(int point) {
    return point >= 0x20 && point <= 0x7e
        || point >= 0xa0 && point <= 0xd7ff && point != 0x2028 && point != 0x2029
        || point >= 0xe000 && point <= 0xfffd && point != 0xfeff
        || point >= 0x10000;
  }
}
