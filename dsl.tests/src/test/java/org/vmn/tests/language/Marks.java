package org.vmn.tests.language;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.xtext.validation.Issue;

/**
 * Texts with what is wrong with them drawn underneath:
 *
 * <pre>
 * vm a { nik lan }
 * //     ^^^ VMN1001 `nik` is not a property of a vm; did you mean `nic`?
 * //         a vm takes cpu, memory, disk, …
 * </pre>
 *
 * What begins in the first two columns, where the comment begins, is drawn as {@code //<}.
 */
final class Marks {
  private Marks() {}

  /** The text with its issues drawn into it, and earlier drawings taken out. */
  static String draw(Path file, String text, Language language) {
    String drawn = redraw(text, language.issues(file, text));
    // The marks themselves have moved what messages say of lines.
    for (int i = 0; i < 2; i++) {
      drawn = redraw(drawn, language.issues(file, drawn));
    }
    return drawn;
  }

  private static String redraw(String text, List<Issue> issues) {
    List<String> drawn = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (!isMark(lines.get(i))) {
        drawn.add(lines.get(i));
      }
      int number = i + 1;
      issues.stream()
          .filter(issue -> issue.getLineNumber() == number)
          .forEach(issue -> drawn.addAll(marks(issue)));
    }
    return String.join("\n", drawn) + "\n";
  }

  private static boolean isMark(String line) {
    return line.matches("//<.*|//  .*|// *\\^.*");
  }

  private static List<String> marks(Issue issue) {
    int start = issue.getColumn();
    int end = issue.getLineNumberEnd() > issue.getLineNumber() ? start + 1 : issue.getColumnEnd();
    String carets = "^".repeat(Math.max(1, end - start));
    String place = start <= 2 ? "//<" : "//" + " ".repeat(start - 3) + carets;
    String[] parts = issue.getMessage().split("\nhelp: ");
    List<String> marks = new ArrayList<>();
    marks.add(place + " " + issue.getCode() + " " + parts[0]);
    for (int i = 1; i < parts.length; i++) {
      marks.add("//" + " ".repeat(Math.max(2, place.length() - 1)) + parts[i]);
    }
    return marks;
  }
}
