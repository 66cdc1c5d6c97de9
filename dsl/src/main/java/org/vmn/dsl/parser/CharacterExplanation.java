package org.vmn.dsl.parser;

import org.eclipse.xtext.nodemodel.SyntaxErrorMessage;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Messages;

/** Characters that begin nothing in VMN. */
final class CharacterExplanation implements Explanation {

  @Override
  public @Nullable SyntaxErrorMessage of(Mistake mistake) {
    String text = mistake.text();
    if (text.equals("-") && mistake.owner().equals("Quantity")) {
      return null;
    }
    if (text.isEmpty() || mistake.isWord() || text.codePointCount(0, text.length()) > 1) {
      return null;
    }
    if (text.equals("-") && mistake.before().matches("[0-9a-fA-F]*[.:][0-9a-fA-F.:]*")) {
      return SyntaxMessages.syntax(
          Messages.help("a range of addresses is written with `..`", "write `A .. B`"));
    }
    return switch (text) {
      case "'", "‘", "’", "“", "”", "`" ->
          SyntaxMessages.syntax(
              Messages.help("a text does not begin with " + text, "write it as `\"…\"`"));
      case "#" ->
          SyntaxMessages.syntax(Messages.help("`#` means nothing", "comments begin with `//`"));
      default ->
          ".,:;/*=<>[]{}%".contains(text) || Character.isDigit(text.charAt(0))
              ? null
              : SyntaxMessages.syntax(
                  "the character " + shown(text.codePointAt(0)) + " means nothing here");
    };
  }

  private static String shown(int character) {
    String code = String.format("U+%04X", character);
    return character > ' ' && character < 0x7f ? "`" + Character.toString(character) + "`" : code;
  }
}
