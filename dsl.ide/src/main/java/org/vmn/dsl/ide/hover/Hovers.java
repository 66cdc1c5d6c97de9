package org.vmn.dsl.ide.hover;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Range;
import org.eclipse.xtext.ide.server.Document;
import org.eclipse.xtext.ide.server.hover.IHoverService;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.EObjectAtOffsetHelper;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.util.TextRegion;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.expand.ValueUses;
import org.vmn.dsl.ide.symbol.Declarations;
import org.vmn.dsl.imports.Library;
import org.vmn.dsl.vmn.For;

/**
 * Hover: of a name its declaration, documentation and what contributors know; of a word what it
 * means.
 */
public class Hovers implements IHoverService {
  private static final int MOST_LINES = 12;
  private static final int MOST_CHARACTERS = 600;

  @Inject private EObjectAtOffsetHelper elements;
  @Inject private Words words;
  @Inject private Set<HoverContributor> contributors;

  @Override
  public @Nullable Hover hover(
      @Nullable Document document,
      @Nullable XtextResource resource,
      HoverParams params,
      CancelIndicator cancelIndicator) {
    if (document == null || resource == null) {
      return EMPTY_HOVER;
    }
    int offset = document.getOffSet(params.getPosition());
    INode reference = elements.getCrossReferenceNode(resource, new TextRegion(offset, 0));
    EObject element = elements.getElementWithNameAt(resource, offset);
    ILeafNode leaf =
        NodeModelUtils.findLeafNodeAtOffset(resource.getParseResult().getRootNode(), offset);
    if (element != null && !element.eIsProxy() && Declarations.name(element) != null) {
      Optional<ValueUses.Use> use = ValueUses.at(resource, offset);
      if (use.isPresent()) {
        return hover(
            declaration(element, resource), document, use.get().offset(), use.get().length());
      }
      return hover(declaration(element, resource), document, reference != null ? reference : leaf);
    }
    if (leaf == null || leaf.isHidden()) {
      return EMPTY_HOVER;
    }
    return words.meaning(leaf).map(text -> hover(text, document, leaf)).orElse(EMPTY_HOVER);
  }

  private String declaration(EObject element, XtextResource seenFrom) {
    List<String> parts = new ArrayList<>();
    parts.add("```vmn\n" + code(element) + "\n```");
    String documentation = Declarations.documentation(element);
    if (!documentation.isEmpty()) {
      parts.add(documentation);
    }
    for (HoverContributor contributor : contributors) {
      contributor.contribute(element, seenFrom).ifPresent(parts::add);
    }
    if (element.eResource() != null && !element.eResource().equals(seenFrom)) {
      parts.add("*from " + file(element.eResource().getURI()) + "*");
    }
    return String.join("\n\n", parts);
  }

  /** All of a short declaration, the first line of a long one. */
  private static String code(EObject element) {
    if (element instanceof For) {
      return Declarations.header(element);
    }
    String text = Declarations.text(element);
    if (text.length() <= MOST_CHARACTERS && text.lines().count() <= MOST_LINES) {
      return text;
    }
    return Declarations.header(element) + " { … }";
  }

  private static String file(URI uri) {
    return Library.contains(uri)
        ? "`" + Library.ROOT + "." + uri.trimFileExtension().lastSegment() + "`"
        : "`" + URI.decode(uri.lastSegment()) + "`";
  }

  private static Hover hover(String markdown, Document document, @Nullable INode node) {
    return node == null
        ? new Hover(new MarkupContent(MarkupKind.MARKDOWN, markdown))
        : hover(markdown, document, node.getOffset(), node.getLength());
  }

  private static Hover hover(String markdown, Document document, int offset, int length) {
    Hover hover = new Hover(new MarkupContent(MarkupKind.MARKDOWN, markdown));
    hover.setRange(new Range(document.getPosition(offset), document.getPosition(offset + length)));
    return hover;
  }
}
