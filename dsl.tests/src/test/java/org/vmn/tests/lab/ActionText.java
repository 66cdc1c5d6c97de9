package org.vmn.tests.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the text of datapath actions, as in {@code ct(commit,zone=5),set(ipv4(ttl=63)),p2}. */
final class ActionText {
  private static final Set<String> WORDS =
      Set.of("", "drop", "ct_clear", "pop_vlan", "pop_eth", "pop_nsh");

  private ActionText() {}

  /** The actions one by one, splitting only at commas outside of all parentheses. */
  static List<String> split(String actions) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < actions.length(); i++) {
      switch (actions.charAt(i)) {
        case '(' -> depth++;
        case ')' -> depth--;
        case ',' -> {
          if (depth == 0) {
            parts.add(actions.substring(start, i));
            start = i + 1;
          }
        }
        default -> {}
      }
    }
    parts.add(actions.substring(start));
    return parts;
  }

  /** Whether {@code action} is an output: those are bare names, without {@code (}. */
  static boolean isPort(String action) {
    return action.indexOf('(') < 0 && !WORDS.contains(action);
  }
}
