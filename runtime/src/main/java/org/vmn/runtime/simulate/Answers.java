package org.vmn.runtime.simulate;

import java.util.Arrays;

/** Answers to questions that are numbered from 0. */
final class Answers {
  static final int UNKNOWN = Integer.MIN_VALUE;

  private int[] answers = {};

  int get(int question) {
    return question < answers.length ? answers[question] : UNKNOWN;
  }

  void put(int question, int answer) {
    if (question >= answers.length) {
      int before = answers.length;
      answers = Arrays.copyOf(answers, Math.max(question + 1, 2 * before));
      Arrays.fill(answers, before, answers.length, UNKNOWN);
    }
    answers[question] = answer;
  }
}
