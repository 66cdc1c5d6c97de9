package org.vmn.generator.emit.text;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes one XML document (XML 1.0, fifth edition), indented by two spaces, without a declaration:
 * its encoding is UTF-8, and its first line is the root's start tag.
 *
 * <p>Names of elements and attributes are the caller's own; values may be anything that XML can
 * hold. What it can't hold is an {@link IllegalArgumentException}; {@link #printable} replaces it
 * where text is for people only.
 */
public final class Xml {
  private static final char REPLACEMENT = '\ufffd';

  private final StringBuilder out = new StringBuilder(2048);
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * Opens an element.
   *
   * @param attributes names and values in turn
   */
  public Xml open(String name, String... attributes) {
    tag(name, attributes).append(">\n");
    open.push(name);
    return this;
  }

  /** Closes the element opened last. */
  public Xml close() {
    String name = open.pop();
    indent().append("</").append(name).append(">\n");
    return this;
  }

  /** An element without content. */
  public Xml empty(String name, String... attributes) {
    tag(name, attributes).append("/>\n");
    return this;
  }

  /** An element that holds text only. */
  public Xml text(String name, String text, String... attributes) {
    tag(name, attributes).append('>');
    escape(text, false);
    out.append("</").append(name).append(">\n");
    return this;
  }

  /** The document; every element must have been closed. */
  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("<" + open.peek() + "> is open");
    }
    return out.toString();
  }

  /** The text with every character that XML can't hold replaced by U+FFFD. */
  public static String printable(String text) {
    if (text.codePoints().allMatch(Xml::isCharacter)) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .forEach(point -> clean.appendCodePoint(isCharacter(point) ? point : REPLACEMENT));
    return clean.toString();
  }

  private StringBuilder tag(String name, String... attributes) {
    indent().append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("='");
      escape(attributes[i + 1], true);
      out.append('\'');
    }
    return out;
  }

  private StringBuilder indent() {
    return out.repeat("  ", open.size());
  }

  private void escape(String text, boolean inAttribute) {
    text.codePoints().forEach(point -> escape(point, inAttribute));
  }

  private void escape(int point, boolean inAttribute) {
    switch (point) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '\'' -> out.append(inAttribute ? "&apos;" : "'");
      case '\r' -> out.append("&#13;"); // a reader turns a bare one into a line feed
      case '\n' -> out.append(inAttribute ? "&#10;" : "\n");
      case '\t' -> out.append(inAttribute ? "&#9;" : "\t");
      default -> {
        if (!isCharacter(point)) {
          throw new IllegalArgumentException(
              "XML can't hold the character U+%04X".formatted(point));
        }
        out.appendCodePoint(point);
      }
    }
  }

  /** XML 1.0, production 2, {@code Char}: no control characters, no unpaired surrogates. */
  private static boolean isCharacter(int point) {
    return point == '\t'
        || point == '\n'
        || point == '\r'
        || point >= 0x20 && point <= 0xd7ff
        || point >= 0xe000 && point <= 0xfffd
        || point >= 0x10000;
  }
}
