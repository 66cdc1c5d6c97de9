package org.vmn.dsl.formatting2;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.formatting2.FormatterRequest;
import org.eclipse.xtext.formatting2.IFormatter2;
import org.eclipse.xtext.formatting2.regionaccess.ITextRegionAccess;
import org.eclipse.xtext.formatting2.regionaccess.ITextReplacement;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.parser.IParser;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.ITextRegion;

/**
 * Lays a file out anew. Xtext's own framework asks each grammar rule how to format itself; here the
 * pairs of neighbouring tokens say it, in far fewer words, and comments are pieces like any other.
 */
public class VmnFormatter implements IFormatter2 {
  private final IParser parser;

  @Inject
  VmnFormatter(IParser parser) {
    this.parser = parser;
  }

  /** Nothing to replace in a file that can't be parsed. */
  @Override
  public List<ITextReplacement> format(FormatterRequest request) {
    ITextRegionAccess access = request.getTextRegionAccess();
    Resource resource = access.getResource();
    IParseResult parsed = resource instanceof XtextResource file ? file.getParseResult() : null;
    if (parsed == null || parsed.hasSyntaxErrors()) {
      return List.of();
    }
    String text = parsed.getRootNode().getText();
    List<Piece> pieces = Semicolons.needed(PieceReader.read(parsed), parser);
    List<String> gaps = new Layout(pieces).gaps();
    List<ITextReplacement> replacements = new ArrayList<>();
    int end = 0;
    for (int i = 0; i <= pieces.size(); i++) {
      int start = i < pieces.size() ? pieces.get(i).offset() : text.length();
      boolean changes = !text.substring(end, start).equals(gaps.get(i));
      if (changes && isAskedFor(end, start, request.getRegions())) {
        replacements.add(access.getRewriter().createReplacement(end, start - end, gaps.get(i)));
      }
      end = i < pieces.size() ? pieces.get(i).end() : start;
    }
    return replacements;
  }

  private static boolean isAskedFor(int start, int end, Collection<ITextRegion> regions) {
    return regions.isEmpty()
        || regions.stream()
            .anyMatch(r -> r.getOffset() <= start && end <= r.getOffset() + r.getLength());
  }
}
