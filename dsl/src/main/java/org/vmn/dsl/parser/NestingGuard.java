package org.vmn.dsl.parser;

import java.util.function.IntUnaryOperator;

/**
 * Counts how deep the text nests, so that the parser, which calls itself for each level, never runs
 * out of stack. Deep are blocks in blocks, parentheses in parentheses, and {@code any 1 of host
 * down =>} before each other.
 */
final class NestingGuard {
  static final int DEEPEST = 50;

  private int braces;
  private int parentheses;
  private int arrows;

  /**
   * Takes the next token into account.
   *
   * @param at the character at an offset from the token's first
   * @return whether the token is one level too deep
   */
  boolean isTooDeep(IntUnaryOperator at) {
    switch (at.applyAsInt(0)) {
      case '{' -> {
        braces++;
        parentheses = 0;
      }
      case '}' -> {
        braces = Math.max(0, braces - 1);
        parentheses = 0;
      }
      case '(', '[' -> parentheses++;
      case ')', ']' -> parentheses = Math.max(0, parentheses - 1);
      case '=' -> arrows += at.applyAsInt(1) == '>' ? 1 : 0;
      case 'a' -> arrows = startsWith("assert", at) ? 0 : arrows;
      default -> {}
    }
    return braces > DEEPEST || parentheses > DEEPEST || arrows > DEEPEST;
  }

  private static boolean startsWith(String word, IntUnaryOperator at) {
    for (int i = 0; i < word.length(); i++) {
      if (at.applyAsInt(i) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
