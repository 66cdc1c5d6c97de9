package org.vmn.dsl.ide.contentassist;

import com.google.inject.Inject;
import java.util.Collection;
import org.eclipse.xtext.ide.editor.contentassist.antlr.EntryPointFinder;
import org.eclipse.xtext.ide.editor.contentassist.antlr.FollowElement;
import org.eclipse.xtext.ide.editor.contentassist.antlr.IPartialContentAssistParser;
import org.eclipse.xtext.parser.IParseResult;
import org.vmn.dsl.ide.contentassist.antlr.VmnParser;

/** Parses the part of the file around the cursor for completion, not all that stands before it. */
public class DeclarationParser extends VmnParser implements IPartialContentAssistParser {
  @Inject private EntryPointFinder parts;

  @Override
  public Collection<FollowElement> getFollowElements(
      IParseResult parsed, int offset, boolean strict) {
    return getFollowElements(parsed, parts, offset, strict);
  }
}
