package org.vmn.dsl.validation;

import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where declarations begin in a text that can't be parsed: at lines that begin with a declaration's
 * keyword. Braces can't be relied on there, since a missing one is the commonest mistake.
 */
final class DeclarationStarts {
  private static final Pattern START =
      Pattern.compile(
          "^[ \\t]*(network|import|host|pool|overlay|segment|external|router|image|template|vm|group|service|balancer"
              + "|policy|allow|deny|assert|scenario|deploy)\\b",
          Pattern.MULTILINE);

  private final TreeSet<Integer> offsets = new TreeSet<>();

  DeclarationStarts(String text) {
    Matcher matcher = START.matcher(text);
    while (matcher.find()) {
      offsets.add(matcher.start(1));
    }
  }

  /** The offset at which the declaration around an offset begins, or 0 where none has begun yet. */
  int before(int offset) {
    @Nullable Integer start = offsets.floor(offset);
    return start == null ? 0 : start;
  }
}
