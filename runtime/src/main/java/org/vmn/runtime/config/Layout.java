package org.vmn.runtime.config;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;

/** How an object or an array is laid out on the page. */
enum Layout {
  /** Each member on a line of its own, indented by two spaces. */
  LINES,
  /** All on one line. */
  LINE;

  /** Every configuration starts with this. */
  static final FormattingStyle PRETTY = FormattingStyle.PRETTY;

  private static final FormattingStyle COMPACT =
      FormattingStyle.COMPACT.withSpaceAfterSeparators(true);

  /**
   * To be called after the opening bracket; gives the style to go back to after the closing one.
   */
  FormattingStyle enter(JsonWriter out) {
    FormattingStyle before = out.getFormattingStyle();
    if (this == LINE) {
      out.setFormattingStyle(COMPACT);
    }
    return before;
  }
}
