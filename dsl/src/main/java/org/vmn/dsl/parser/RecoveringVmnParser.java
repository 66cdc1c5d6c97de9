package org.vmn.dsl.parser;

import org.eclipse.xtext.nodemodel.impl.NodeModelBuilder;
import org.eclipse.xtext.parser.antlr.XtextTokenStream;
import org.vmn.dsl.parser.antlr.VmnParser;
import org.vmn.dsl.parser.antlr.internal.InternalVmnParser;

/** What Xtext calls to parse a file. */
public class RecoveringVmnParser extends VmnParser {

  @Override
  protected InternalVmnParser createParser(XtextTokenStream stream) {
    return new RecoveringParser(stream, getGrammarAccess());
  }

  @Override
  protected NodeModelBuilder createNodeModelBuilder() {
    return new FewNodes();
  }
}
