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

  private int deepest;
  private int closed;
  private boolean hasBrace;
  private boolean hasAssertion;

  /**
   * What a piece of text does to the counts of what follows it, whatever they were before.
   *
   * @param braces how many it leaves open
   * @param parentheses the same
   * @param arrows the same
   * @param closed how many braces and parentheses it closes that it did not open
   * @param hasBrace whether what was open of parentheses before it no longer counts
   * @param hasAssertion the same of arrows
   */
  record Effect(
      int braces, int parentheses, int arrows, int closed, boolean hasBrace, boolean hasAssertion) {
    int left() {
      return braces + parentheses + arrows;
    }
  }

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
        hasBrace = true;
      }
      case '}' -> {
        closed += braces == 0 ? 1 : 0;
        braces = Math.max(0, braces - 1);
        parentheses = 0;
        hasBrace = true;
      }
      case '(', '[' -> parentheses++;
      case ')', ']' -> {
        closed += parentheses == 0 ? 1 : 0;
        parentheses = Math.max(0, parentheses - 1);
      }
      case '=' -> arrows += at.applyAsInt(1) == '>' ? 1 : 0;
      case 'a' -> {
        if (startsWith("assert", at)) {
          arrows = 0;
          hasAssertion = true;
        }
      }
      default -> {}
    }
    deepest = Math.max(deepest, Math.max(braces, Math.max(parentheses, arrows)));
    return braces > DEEPEST || parentheses > DEEPEST || arrows > DEEPEST;
  }

  /** How deep it has been so far. */
  int deepest() {
    return deepest;
  }

  Effect effect() {
    return new Effect(braces, parentheses, arrows, closed, hasBrace, hasAssertion);
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
