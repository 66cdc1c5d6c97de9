package org.vmn.dsl.parser;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where declarations begin in a text that can't be parsed: at lines that begin with a declaration's
 * keyword. Braces can't be relied on there, since a missing one is the commonest mistake.
 */
public final class DeclarationStarts {
  /** The words that declarations begin with. */
  static final List<String> KEYWORDS =
      List.of(
          "allow",
          "assert",
          "balancer",
          "chain",
          "deny",
          "deploy",
          "external",
          "fabric",
          "firewall",
          "group",
          "host",
          "image",
          "import",
          "link",
          "monitor",
          "network",
          "overlay",
          "policy",
          "pool",
          "router",
          "rule",
          "scenario",
          "segment",
          "service",
          "switch",
          "template",
          "var",
          "vm");

  /** What holds declarations; within a block it holds properties, and only there is it indented. */
  static final List<String> HOLDERS = List.of("for", "if");

  private static final Pattern START =
      Pattern.compile(
          "^(?:[ \\t]*(?:" + String.join("|", KEYWORDS) + ")|" + String.join("|", HOLDERS) + ")\\b",
          Pattern.MULTILINE);

  private final TreeSet<Integer> offsets = new TreeSet<>();

  public DeclarationStarts(String text) {
    Matcher matcher = START.matcher(text);
    while (matcher.find()) {
      String before = text.substring(matcher.start(), matcher.end());
      offsets.add(matcher.start() + before.length() - before.stripLeading().length());
    }
  }

  /**
   * The offset at which the last declaration before an offset begins, or 0 where none does. An
   * error at a declaration's very first word is one of the declaration before it.
   */
  public int before(int offset) {
    @Nullable Integer start = offsets.lower(offset);
    return start == null ? 0 : start;
  }
}
