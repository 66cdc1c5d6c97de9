package org.vmn.dsl.parser;

import org.antlr.runtime.BitSet;
import org.antlr.runtime.IntStream;
import org.antlr.runtime.NoViableAltException;
import org.antlr.runtime.RecognitionException;
import org.antlr.runtime.Token;
import org.antlr.runtime.TokenStream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.SyntaxErrorMessage;
import org.eclipse.xtext.nodemodel.impl.NodeModelBuilder;
import org.eclipse.xtext.parser.antlr.XtextTokenStream;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.parser.antlr.internal.InternalVmnParser;
import org.vmn.dsl.services.VmnGrammarAccess;

/**
 * The generated parser, with another way on after an error: it skips to the next declaration.
 * ANTLR's own looks for any token that could follow any of the rules that are open, and so reads
 * the second half of a broken block as if it stood at the top level.
 */
final class RecoveringParser extends InternalVmnParser {

  private final EObject file;
  private final EObject beginning;
  private @Nullable Token held;
  private int heldType;
  private @Nullable Token closing;
  private int counted;
  private int open;

  RecoveringParser(TokenStream input, VmnGrammarAccess grammar) {
    super(input, grammar);
    file = grammar.getModelRule();
    beginning = grammar.getModelAccess().getModelAction_0();
  }

  /** Of what is held, ANTLR would skip one token each time that a rule ends there. */
  @Override
  public void recover(IntStream input, RecognitionException error) {
    if (held != null) {
      state.lastErrorIndex = -1;
    }
    super.recover(input, error);
  }

  @Override
  public void setNodeModelBuilder(NodeModelBuilder nodes) {
    super.setNodeModelBuilder(nodes);
    if (nodes instanceof FewNodes few
        && input instanceof XtextTokenStream tokens
        && tokens.getTokenSource() instanceof VmnLexer lexer) {
      few.readBy(lexer);
    }
  }

  @Override
  public void consumeUntil(IntStream input, BitSet follow) {
    while (input.LA(1) != Token.EOF && !startsDeclaration()) {
      input.consume();
    }
    hold();
  }

  /** Some of these words are names too: blocks that are open mustn't go on with them as such. */
  private void hold() {
    if (held == null && input.LA(1) != Token.EOF && !isAtTopLevel()) {
      Token next = getInput().LT(1);
      held = next;
      heldType = next.getType();
      next.setType(Token.INVALID_TOKEN_TYPE);
    }
  }

  /** Left out, what is held would never be given back. */
  @Override
  public boolean mismatchIsUnwantedToken(IntStream input, int expected) {
    return held == null && super.mismatchIsUnwantedToken(input, expected);
  }

  /** That blocks end here without their brace is told already. */
  @Override
  public @Nullable SyntaxErrorMessage getSyntaxErrorMessage(
      RecognitionException error, String[] names) {
    return held != null && held.equals(error.token)
            || closing != null && closing.equals(error.token)
        ? null
        : super.getSyntaxErrorMessage(error, names);
  }

  private void release() {
    if (held != null && isAtTopLevel()) {
      held.setType(heldType);
      held = null;
    }
  }

  @Override
  protected void newCompositeNode(EObject grammarElement) {
    super.newCompositeNode(grammarElement);
    skipStrayTokens();
  }

  @Override
  protected void afterParserOrEnumRuleCall() {
    super.afterParserOrEnumRuleCall();
    skipStrayTokens();
  }

  /** The generated rule gives the rest of the file up when a declaration is followed by none. */
  private void skipStrayTokens() {
    release();
    if (state.backtracking > 0 || !isAtTopLevel()) {
      return;
    }
    String next = getInput().LT(1).getText();
    if (getInput().LA(1) != Token.EOF
        && !next.equals(";")
        && !DeclarationStarts.KEYWORDS.contains(next)
        && !DeclarationStarts.HOLDERS.contains(next)) {
      closing = next.equals("}") && closesBlock() ? getInput().LT(1) : null;
      RecognitionException stray = new NoViableAltException("declaration", 0, 0, getInput());
      recover(getInput(), stray);
    }
  }

  /** Whether a brace is the other end of one that a broken declaration was left at. */
  private boolean closesBlock() {
    for (int end = getInput().index(); counted < end; counted++) {
      String text = getInput().get(counted).getText();
      if (text.startsWith("{")) {
        open++;
      } else if (text.startsWith("}") && open > 0) {
        open--;
      }
    }
    return open > 0;
  }

  private boolean isAtTopLevel() {
    EObject element = getCurrentNode().getGrammarElement();
    return element.equals(file) || element.equals(beginning);
  }

  private boolean startsDeclaration() {
    Token token = getInput().LT(1);
    return DeclarationStarts.KEYWORDS.contains(token.getText())
            && isFirstOfLine(token.getTokenIndex())
        || DeclarationStarts.HOLDERS.contains(token.getText())
            && token.getCharPositionInLine() == 0;
  }

  private boolean isFirstOfLine(int index) {
    return index == 0 || getInput().get(index - 1).getText().contains("\n");
  }
}
