package org.vmn.dsl.parser;

import java.util.Set;
import org.antlr.runtime.RecognitionException;
import org.antlr.runtime.Token;
import org.eclipse.xtext.nodemodel.SyntaxErrorMessage;
import org.eclipse.xtext.parser.antlr.SyntaxErrorMessageProvider;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Code;

/** What is said of text that the parser can't read. */
public class SyntaxMessages extends SyntaxErrorMessageProvider {
  /** Words of the language as it is planned, which no rule of the grammar has yet. */
  private static final Set<String> NOT_YET =
      Set.of(
          "fabric",
          "switch",
          "firewall",
          "chain",
          "rule",
          "monitor",
          "quarantine",
          "dhcp",
          "dns",
          "isolated",
          "trunk",
          "bond",
          "mirror",
          "dnat",
          "floating",
          "numa",
          "pinning",
          "hugepages",
          "labels",
          "label",
          "file",
          "package",
          "scale",
          "protect",
          "for",
          "if",
          "variable",
          "checksum",
          "calls",
          "demand",
          "priority",
          "native",
          "every",
          "no",
          "maintenance");

  @Override
  public SyntaxErrorMessage getSyntaxErrorMessage(IParserErrorContext context) {
    RecognitionException e = context.getRecognitionException();
    @Nullable Token token = e == null ? null : e.token;
    String text = token == null || token.getText() == null ? "" : token.getText();
    if (token != null && token.getType() == Token.EOF) {
      return new SyntaxErrorMessage(
          "the file ends in the middle of a declaration", Code.SYNTAX.id());
    }
    if (NOT_YET.contains(text)) {
      return new SyntaxErrorMessage(
          "`" + text + "` is not supported yet", Code.NOT_YET_SUPPORTED.id());
    }
    if (!text.isEmpty()) {
      String shown = text.length() > 40 ? text.substring(0, 40) + "…" : text;
      return new SyntaxErrorMessage(
          "`" + shown.replaceAll("\\s+", " ") + "` can't stand here", Code.SYNTAX.id());
    }
    return new SyntaxErrorMessage(context.getDefaultMessage(), Code.SYNTAX.id());
  }
}
