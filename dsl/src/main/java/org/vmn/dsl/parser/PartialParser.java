package org.vmn.dsl.parser;

import com.google.inject.Singleton;
import java.io.StringReader;
import java.util.Arrays;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.parser.IParser;
import org.eclipse.xtext.parser.antlr.IPartialParsingHelper;
import org.eclipse.xtext.util.ReplaceRegion;
import org.jspecify.annotations.Nullable;

/**
 * Parses the declarations that an edit touches, and keeps all others with their nodes and elements.
 * Xtext's own looks for the smallest rule that could be parsed alone, in a tree that has fewer
 * nodes here, and reads all tokens of both texts for it.
 */
@Singleton
public class PartialParser implements IPartialParsingHelper {

  @Override
  public IParseResult reparse(IParser parser, IParseResult before, ReplaceRegion change) {
    String old = before.getRootNode().getText();
    StringBuilder changed = new StringBuilder(old);
    change.applyTo(changed);
    String text = changed.toString();
    if (text.equals(old)) {
      return before;
    }
    IParseResult part = before instanceof Parsed parsed ? part(parser, parsed, old, text) : null;
    return part == null ? parser.parse(new StringReader(text)) : part;
  }

  private static @Nullable IParseResult part(
      IParser parser, Parsed before, String old, String text) {
    int start = Arrays.mismatch(old.toCharArray(), text.toCharArray());
    int same = 0;
    int most = Math.min(old.length(), text.length()) - start;
    while (same < most
        && old.charAt(old.length() - 1 - same) == text.charAt(text.length() - 1 - same)) {
      same++;
    }
    EditedPart part = EditedPart.find(before, start, old.length() - same);
    if (part == null) {
      return null;
    }
    int delta = text.length() - old.length();
    String edited = text.substring(part.start(), part.end() + delta);
    int depth = part.depth(old, edited);
    if (depth > NestingGuard.DEEPEST) {
      return null;
    }
    return parser.parse(new StringReader(edited)) instanceof Parsed made
        ? part.exchange(made, text, depth)
        : null;
  }

  /** The child of a tree's root that a node is in. */
  static INode topLevel(INode node) {
    INode top = node;
    while (top.getParent() != null && top.getParent().getParent() != null) {
      top = top.getParent();
    }
    return top;
  }
}
