package org.vmn.dsl.imports;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.util.LineAndColumn;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Origin;

/** Where elements of a model stand, in files named relative to the folder of the root file. */
public final class Origins {
  private final @Nullable URI folder;

  /** Many elements are of one file, and of one round of a repetition. */
  private final Map<URI, String> labels = new ConcurrentHashMap<>();

  private final Map<Provenance, Origin> within = new ConcurrentHashMap<>();

  /**
   * @param root the file that was asked for; those that it imports are named relative to its folder
   */
  public Origins(URI root) {
    folder = root.trimSegments(1).appendSegment("");
  }

  private Origins() {
    folder = null;
  }

  /** Where files are named by their addresses: for those who know of no root. */
  public static Origins byAddress() {
    return new Origins();
  }

  /**
   * The name of a file in origins: {@code shop.vmn}, {@code lab/tiers.vmn}, {@code std/images.vmn}.
   */
  public String label(URI uri) {
    return folder == null ? uri.toString() : labels.computeIfAbsent(uri, u -> label(u, folder));
  }

  private static String label(URI uri, URI folder) {
    if (Library.contains(uri)) {
      return Library.label(uri);
    }
    URI relative = uri.deresolve(folder, true, true, false);
    return relative.isFile() && relative.toFileString() != null
        ? relative.toFileString()
        : URI.decode(relative.toString());
  }

  /**
   * The whole element; of a declaration, the line that it begins on would be too little and its
   * block too much: its name.
   */
  public Origin of(EObject element) {
    EStructuralFeature name = element.eClass().getEStructuralFeature("name");
    if (name != null && !name.isMany()) {
      List<INode> nodes = NodeModelUtils.findNodesForFeature(element, name);
      if (!nodes.isEmpty()) {
        return range(element, nodes.get(0));
      }
    }
    return range(element, NodeModelUtils.findActualNodeFor(element));
  }

  /** All that an element's text covers. */
  public Origin whole(EObject element) {
    return range(element, NodeModelUtils.findActualNodeFor(element));
  }

  /** A part of the text. */
  public Origin of(INode node) {
    return range(node.getSemanticElement(), node);
  }

  /** The first value of a feature; the element when the feature isn't written. */
  public Origin of(EObject element, EStructuralFeature feature) {
    return of(element, feature, 0);
  }

  /** The value of a feature with the given number. */
  public Origin of(EObject element, EStructuralFeature feature, int index) {
    List<INode> nodes = NodeModelUtils.findNodesForFeature(element, feature);
    return range(
        element,
        index < nodes.size() ? nodes.get(index) : NodeModelUtils.findActualNodeFor(element));
  }

  private Origin range(EObject element, @Nullable INode node) {
    if (node == null || element.eResource() == null) {
      return Origin.NONE;
    }
    Resource resource = file(element, node);
    LineAndColumn from = NodeModelUtils.getLineAndColumn(node, node.getOffset());
    LineAndColumn to = NodeModelUtils.getLineAndColumn(node, node.getEndOffset());
    return new Origin(
        label(resource.getURI()),
        from.getLine(),
        from.getColumn(),
        to.getLine(),
        to.getColumn(),
        within(Provenance.of(element)));
  }

  /** Where an element was copied for, if it was. */
  public @Nullable Origin within(@Nullable Provenance provenance) {
    if (provenance == null) {
      return null;
    }
    if (folder == null) {
      return place(provenance); // whoever knows of no root outlives every file
    }
    @Nullable Origin known = within.get(provenance);
    if (known == null) {
      known = place(provenance);
      within.put(provenance, known);
    }
    return known;
  }

  private Origin place(Provenance provenance) {
    Origin place = of(provenance.place(), provenance.feature());
    return new Origin(
        place.file(),
        place.line(),
        place.column(),
        place.endLine(),
        place.endColumn(),
        within(provenance.outer()));
  }

  /** The file that the text is in: a template's, for an element that was made of it elsewhere. */
  private static Resource file(EObject element, INode node) {
    EObject root = node.getRootNode().getSemanticElement();
    return root == null || root.eResource() == null ? element.eResource() : root.eResource();
  }
}
