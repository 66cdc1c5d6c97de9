package org.vmn.dsl.parser;

import static org.vmn.dsl.diagnostics.Messages.quoted;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.runtime.CommonToken;
import org.antlr.runtime.MismatchedTokenException;
import org.antlr.runtime.RecognitionException;
import org.antlr.runtime.Token;
import org.antlr.runtime.TokenStream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.parser.antlr.ISyntaxErrorMessageProvider.IParserErrorContext;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Nouns;

/**
 * What the parser knows when it can't go on.
 *
 * @param token the one that it can't read
 * @param earlier those before it, the nearest first, two at the most
 * @param after the one after it, an empty text at the end
 * @param expected what alone could stand here: a keyword in quotes, {@code RULE_NUMBER} and its
 *     like, or {@code EOF}; empty when there are several possibilities
 * @param rule the rule of the grammar that it is in
 * @param owner the same, or the rule around the expression that it is in
 * @param context the element that it is building
 */
record Mistake(
    Token token,
    List<Token> earlier,
    String after,
    String expected,
    String rule,
    String owner,
    @Nullable EObject context) {
  private static final int LINE = 200;
  private static final Pattern NAMED =
      Pattern.compile("[ \\t]*[:=][ \\t]*[\"']?([A-Za-z_][\\w-]*)[\"']?[ \\t\\r]*(\\n|$)");
  private static final Set<String> EXPRESSIONS =
      Set.of(
          "Numeral",
          "Computed",
          "Index",
          "Arithmetic",
          "Formula",
          "Invocation",
          "Values",
          "Parentheses",
          "FunctionName",
          "Expression",
          "Operator",
          "Operand",
          "Atom");

  static Mistake of(IParserErrorContext error, RecognitionException exception) {
    TokenStream tokens = (TokenStream) exception.input;
    Token token = exception.token;
    int index = token.getType() == Token.EOF ? tokens.size() : token.getTokenIndex();
    List<String> rules = rules(exception);
    return new Mistake(
        token,
        earlier(tokens, index),
        after(tokens, index),
        expected(error, exception),
        rules.isEmpty() ? "" : rules.get(0),
        rules.stream().filter(r -> !EXPRESSIONS.contains(r)).findFirst().orElse(""),
        error.getCurrentContext());
  }

  String text() {
    return isEnd() ? "" : token.getText();
  }

  /** The text of the token before it, empty at the beginning. */
  String before() {
    return wordBefore(0);
  }

  /**
   * The text of a token before it, empty where there is none.
   *
   * @param tokens how many are between them, 0 or 1
   */
  String wordBefore(int tokens) {
    return tokens < earlier.size() ? earlier.get(tokens).getText() : "";
  }

  boolean isEnd() {
    return token.getType() == Token.EOF;
  }

  boolean expects(String keyword) {
    return expected.equals("'" + keyword + "'");
  }

  /** Whether the token looks like a word, be it one of the language or not. */
  boolean isWord() {
    return isWord(text());
  }

  static boolean isWord(String text) {
    return text.matches("[A-Za-z_][A-Za-z0-9_-]*");
  }

  /** Whether the token is a word that a declaration begins with, at the beginning of its line. */
  boolean startsDeclaration() {
    return DeclarationStarts.KEYWORDS.contains(text()) && isFirstOfLine();
  }

  /** Whether it stands between declarations. */
  boolean isTopLevel() {
    return expected.equals("EOF") || rule.isEmpty() || rule.equals("Model");
  }

  boolean isFirstOfLine() {
    return earlier.isEmpty() || isFirstOfLine(token);
  }

  /**
   * Whether what is wrong is the end of the line before: something that began there isn't done, and
   * the token begins a line, as what could follow it wouldn't.
   */
  boolean isUnfinished() {
    return isEnd()
        || startsDeclaration()
        || isFirstOfLine()
            && !earlier.isEmpty()
            && !isTopLevel()
            && !expects("}")
            && (isWord() || text().equals("}"));
  }

  /**
   * Whether the token before it begins a declaration in truth, and was read as the end of the line
   * before that: {@code network} without a name, and then {@code host kvm}. In the block of a rule
   * such a word is read as a property.
   */
  boolean isAfterSwallowed() {
    return (isTopLevel() || expects("}"))
        && earlier.size() == 2
        && isFirstOfLine(earlier.get(0))
        && DeclarationStarts.KEYWORDS.contains(before());
  }

  /** The kind of the element that is being built, as its keyword says: {@code vm}. */
  String kind() {
    return context == null ? "" : Nouns.of(context);
  }

  /** The element that is being built: {@code `vm web`}. */
  String element() {
    EObject of = context;
    EStructuralFeature feature = of == null ? null : of.eClass().getEStructuralFeature("name");
    Object name = of == null || feature == null ? null : of.eGet(feature);
    return name instanceof String text ? quoted(kind() + " " + text) : "the " + kind();
  }

  private static boolean isFirstOfLine(Token token) {
    int start = ((CommonToken) token).getStartIndex();
    int blanks = token.getCharPositionInLine();
    return blanks == 0 || token.getInputStream().substring(start - blanks, start - 1).isBlank();
  }

  private static List<Token> earlier(TokenStream tokens, int index) {
    List<Token> found = new ArrayList<>(2);
    for (int i = index - 1; i >= 0 && found.size() < 2; i--) {
      if (tokens.get(i).getChannel() == Token.DEFAULT_CHANNEL) {
        found.add(tokens.get(i));
      }
    }
    return List.copyOf(found);
  }

  private static String after(TokenStream tokens, int index) {
    for (int i = index + 1; i < tokens.size(); i++) {
      Token next = tokens.get(i);
      if (next.getChannel() == Token.DEFAULT_CHANNEL) {
        return next.getType() == Token.EOF ? "" : next.getText();
      }
    }
    return "";
  }

  /** The text of its line before it, without the blanks around; of a long line, the end. */
  String line() {
    if (isEnd()) {
      return "";
    }
    int start = ((CommonToken) token).getStartIndex();
    int blanks = Math.min(token.getCharPositionInLine(), LINE);
    return blanks == 0 ? "" : token.getInputStream().substring(start - blanks, start - 1).strip();
  }

  /** The word that its line gives it behind a sign, in quotes or not: of {@code name: "lab"}. */
  Optional<String> nameBehind() {
    int start = ((CommonToken) token).getStopIndex() + 1;
    int end = Math.min(token.getInputStream().size(), start + LINE) - 1;
    Matcher behind = NAMED.matcher(end < start ? "" : token.getInputStream().substring(start, end));
    return behind.lookingAt() ? Optional.of(behind.group(1)) : Optional.empty();
  }

  private static String expected(IParserErrorContext error, RecognitionException exception) {
    if (!(exception instanceof MismatchedTokenException mismatch)) {
      return "";
    }
    return mismatch.expecting == Token.EOF ? "EOF" : error.getTokenNames()[mismatch.expecting];
  }

  /** The rules that it is in, innermost first, as the parser's own stack says. */
  private static List<String> rules(RecognitionException exception) {
    return Arrays.stream(exception.getStackTrace())
        .map(StackTraceElement::getMethodName)
        .filter(m -> m.startsWith("rule"))
        .map(m -> m.substring("rule".length()))
        .toList();
  }
}
