package org.vmn.generator.report;

import java.util.Arrays;
import java.util.List;

/** Pieces of a page. Whatever comes from a network passes {@link #escaped}. */
final class Html {
  private final StringBuilder out = new StringBuilder();

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** Adds text that is a piece of a page already. */
  Html raw(String html) {
    out.append(html).append('\n');
    return this;
  }

  /** Adds an element with text in it. */
  Html element(String tag, String style, String text) {
    out.append('<').append(tag);
    if (!style.isEmpty()) {
      out.append(" class=\"").append(style).append('"');
    }
    out.append('>').append(escaped(text)).append("</").append(tag).append(">\n");
    return this;
  }

  /**
   * Adds a table; nothing when it has no rows.
   *
   * @param headings those of columns of figures begin with {@code #}
   * @param styles of rows, or empty
   */
  Html table(String title, List<String> headings, List<List<String>> rows, List<String> styles) {
    if (rows.isEmpty()) {
      return this;
    }
    element("h3", "", title);
    raw("<div class=\"scroll\"><table><thead><tr>");
    headings.forEach(h -> element("th", h.startsWith("#") ? "n" : "", h.replaceFirst("^#", "")));
    raw("</tr></thead><tbody>");
    for (int i = 0; i < rows.size(); i++) {
      String style = i < styles.size() ? styles.get(i) : "";
      raw(style.isEmpty() ? "<tr>" : "<tr class=\"" + style + "\">");
      for (int j = 0; j < headings.size(); j++) {
        element("td", headings.get(j).startsWith("#") ? "n" : "", rows.get(i).get(j));
      }
      raw("</tr>");
    }
    return raw("</tbody></table></div>");
  }

  Html table(String title, String headings, List<List<String>> rows) {
    return table(title, Arrays.asList(headings.split("\\|")), rows, List.of());
  }

  String text() {
    return out.toString();
  }
}
