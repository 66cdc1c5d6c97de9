package org.vmn.generator.fix;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vmn.dsl.diagnostics.Fix;

/**
 * A change of one text.
 *
 * @param start offset in characters, the first that goes
 * @param end the first that stays; equal to {@code start} where text is inserted
 */
public record TextEdit(int start, int end, String replacement) {

  /**
   * A fix's edit where it stands in a text. What removes a whole line takes the line's end along.
   */
  public static TextEdit of(String text, Fix.Edit edit) {
    Lines lines = new Lines(text);
    int start = lines.offset(edit.range().line(), edit.range().column());
    int end = Math.max(start, lines.offset(edit.range().endLine(), edit.range().endColumn()));
    return edit.text().isEmpty()
        ? removal(text, start, end)
        : new TextEdit(start, end, edit.text());
  }

  /** With the `;` that separated it from its neighbours, and all of the line if nothing is left. */
  private static TextEdit removal(String text, int start, int end) {
    int from = blanksBefore(text, start);
    int to = blanksAfter(text, end);
    if (to < text.length() && text.charAt(to) == ';') {
      to = blanksAfter(text, to + 1);
    } else if (from > 0 && text.charAt(from - 1) == ';') {
      return new TextEdit(from - 1, end, "");
    } else {
      to = end;
    }
    boolean startsLine = from == 0 || text.charAt(from - 1) == '\n';
    boolean endsLine = to == text.length() || text.charAt(to) == '\n' || text.charAt(to) == '\r';
    if (startsLine && endsLine) {
      int newline = text.indexOf('\n', to);
      return new TextEdit(from, newline < 0 ? text.length() : newline + 1, "");
    }
    return new TextEdit(endsLine ? from : start, to, "");
  }

  private static int blanksBefore(String text, int at) {
    int from = at;
    while (from > 0 && isBlank(text.charAt(from - 1))) {
      from--;
    }
    return from;
  }

  private static int blanksAfter(String text, int at) {
    int to = at;
    while (to < text.length() && isBlank(text.charAt(to))) {
      to++;
    }
    return to;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  /** The text with edits made, from the first on; of edits that overlap, the first only. */
  public static String apply(String text, List<TextEdit> edits) {
    List<TextEdit> sorted = new ArrayList<>(edits);
    sorted.sort(Comparator.comparingInt(TextEdit::start).thenComparingInt(TextEdit::end));
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (TextEdit edit : sorted) {
      if (edit.start() >= at) {
        out.append(text, at, edit.start()).append(edit.replacement());
        at = edit.end();
      }
    }
    return out.append(text, at, text.length()).toString();
  }
}
