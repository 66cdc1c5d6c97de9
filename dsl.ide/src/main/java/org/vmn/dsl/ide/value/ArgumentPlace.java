package org.vmn.dsl.ide.value;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the text where the name of a template's argument stands: after the parenthesis of its
 * arguments, or after a comma in it. It may be lines below the template's name.
 *
 * @param template the name of the template
 * @param given the names of the arguments before the place
 */
public record ArgumentPlace(String template, Set<String> given) {
  private static final int FARTHEST = 4000;
  private static final Pattern OWNER = Pattern.compile(":\\s*([A-Za-z_][A-Za-z0-9_-]*)\\s*$");
  private static final Pattern NAME = Pattern.compile("^\\s*([A-Za-z_][A-Za-z0-9_]*)\\s*=[^=]");

  /**
   * @param start where the name begins, or would
   */
  public static Optional<ArgumentPlace> at(String text, int start) {
    String before =
        text.substring(Math.max(0, start - FARTHEST), start).replaceAll("//[^\\n]*", "");
    Set<String> given = new HashSet<>();
    int end = before.length();
    int depth = 0;
    for (int i = before.length() - 1; i >= 0; i--) {
      char c = before.charAt(i);
      if (c == ')' || c == ']') {
        depth++;
      } else if ((c == '(' || c == '[') && depth > 0) {
        depth--;
      } else if ((c == '(' || c == ',') && depth == 0) {
        Matcher name = NAME.matcher(before.substring(i + 1, end));
        boolean isEmpty = before.substring(i + 1, end).isBlank();
        if (end == before.length() ? !isEmpty : !name.find()) {
          return Optional.empty();
        }
        if (!isEmpty) {
          given.add(name.group(1));
        }
        end = i;
        if (c == '(') {
          Matcher owner = OWNER.matcher(before.substring(0, i));
          return owner.find()
              ? Optional.of(new ArgumentPlace(owner.group(1), given))
              : Optional.empty();
        }
      } else if (c == '{' || c == '}' || c == '[') {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }
}
