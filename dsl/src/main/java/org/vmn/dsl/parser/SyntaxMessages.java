package org.vmn.dsl.parser;

import com.google.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.antlr.runtime.RecognitionException;
import org.eclipse.xtext.nodemodel.SyntaxErrorMessage;
import org.eclipse.xtext.parser.antlr.SyntaxErrorMessageProvider;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Messages;

/** What is said of text that the parser can't read: the first explanation that has one. */
public class SyntaxMessages extends SyntaxErrorMessageProvider {
  /** Stands behind the text that was meant where there is no doubt of it. */
  public static final String CERTAIN = "certain";

  private final List<Explanation> explanations;

  @Inject
  SyntaxMessages(GrammarWords words) {
    explanations =
        List.of(
            new DepthExplanation(),
            new HabitExplanation(),
            new ForeignExplanation(words),
            new CountExplanation(words),
            new WordExplanation(words),
            new PropertyExplanation(),
            new CharacterExplanation(),
            new TopLevelExplanation(words),
            new UnitExplanation(),
            new BlockExplanation(words),
            new NameExplanation(words),
            new ValueExplanation(words),
            new ConnectorExplanation(),
            new ChoiceExplanation(words));
  }

  @Override
  public SyntaxErrorMessage getSyntaxErrorMessage(IParserErrorContext context) {
    RecognitionException exception = context.getRecognitionException();
    if (exception == null) {
      return syntax(LexerMessages.of(context.getDefaultMessage()));
    }
    Mistake mistake = Mistake.of(context, exception);
    if (mistake.isAfterSwallowed()) {
      String last = Messages.quoted(mistake.earlier().get(1).getText());
      String what = mistake.isTopLevel() ? "something" : "a `}`";
      return new MissingMessage(what + " is missing after " + last, 2);
    }
    SyntaxErrorMessage said = explained(mistake);
    boolean moves =
        mistake.isUnfinished()
            && !mistake.isEnd()
            && !mistake.expects("}")
            && said.getIssueData() == null;
    return moves ? new MissingMessage(said.getMessage(), 1) : said;
  }

  private SyntaxErrorMessage explained(Mistake mistake) {
    for (Explanation explanation : explanations) {
      @Nullable SyntaxErrorMessage found = explanation.of(mistake);
      if (found != null) {
        return found;
      }
    }
    return syntax(otherwise(mistake));
  }

  @Override
  public SyntaxErrorMessage getSyntaxErrorMessage(IValueConverterErrorContext context) {
    return syntax(LexerMessages.ofText(context.getDefaultMessage()));
  }

  static SyntaxErrorMessage syntax(String message) {
    return new SyntaxErrorMessage(message, Code.SYNTAX.id());
  }

  /**
   * @param meant what probably should stand in place of the token
   */
  static SyntaxErrorMessage syntax(String message, Optional<String> meant) {
    String[] data = meant.stream().toArray(String[]::new);
    return new SyntaxErrorMessage(message, Code.SYNTAX.id(), data);
  }

  /**
   * @param meant what anyone would have meant in place of the token; empty to leave it out
   */
  static SyntaxErrorMessage certain(String message, String meant) {
    return new SyntaxErrorMessage(message, Code.SYNTAX.id(), new String[] {meant, CERTAIN});
  }

  private static String otherwise(Mistake mistake) {
    return mistake.isEnd()
        ? "the file ends in the middle of " + mistake.element()
        : Messages.quoted(mistake.text()) + " can't stand here";
  }
}
