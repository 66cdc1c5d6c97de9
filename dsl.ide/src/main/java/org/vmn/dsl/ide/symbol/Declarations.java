package org.vmn.dsl.ide.symbol;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.vmn.For;
import org.vmn.dsl.vmn.VmnPackage.Literals;

/** The text of declarations: their first line, their whole, and what is said above them. */
public final class Declarations {
  private static final String DOCUMENTATION = "///";

  private Declarations() {}

  /** The name that an element declares; null when it has none. */
  public static @Nullable String name(EObject element) {
    EStructuralFeature feature = nameFeature(element);
    return feature != null && element.eGet(feature) instanceof String name ? name : null;
  }

  /** The feature that holds the name: of a repetition, its variable; null when there is none. */
  public static @Nullable EStructuralFeature nameFeature(EObject element) {
    return element instanceof For
        ? Literals.FOR__VARIABLE
        : element.eClass().getEStructuralFeature("name");
  }

  /** What stands before the block, on one line: {@code vm web[4] : node}. */
  public static String header(EObject declaration) {
    ICompositeNode node = NodeModelUtils.findActualNodeFor(declaration);
    if (node == null) {
      return "";
    }
    StringBuilder header = new StringBuilder();
    for (ILeafNode leaf : node.getLeafNodes()) {
      if (leaf.getText().equals("{")) {
        break;
      }
      if (!leaf.isHidden()) {
        header.append(leaf.getText());
      } else if (!header.isEmpty()) {
        header.append(' ');
      }
    }
    return header.toString().strip().replaceAll(" +", " ");
  }

  /** All of it as it is written, without what stands before, moved to the left margin. */
  public static String text(EObject declaration) {
    ICompositeNode node = NodeModelUtils.findActualNodeFor(declaration);
    if (node == null) {
      return "";
    }
    String file = node.getRootNode().getText();
    return outdent(
        file.substring(node.getOffset(), node.getEndOffset()), column(file, node.getOffset()));
  }

  /** The lines above that begin with {@code ///}, without it; empty when there are none. */
  public static String documentation(EObject declaration) {
    ICompositeNode node = NodeModelUtils.findActualNodeFor(declaration);
    if (node == null) {
      return "";
    }
    List<String> lines = new ArrayList<>();
    for (ILeafNode leaf : node.getLeafNodes()) {
      if (!leaf.isHidden()) {
        break;
      }
      String text = leaf.getText();
      if (text.startsWith(DOCUMENTATION)) {
        lines.add(text.substring(DOCUMENTATION.length()).strip());
      } else if (!text.isBlank() || text.indexOf('\n') >= 0) {
        // Another comment or an empty line (a comment holds its own line's end): what stood above
        // it
        // belongs to something else.
        lines.clear();
      }
    }
    return String.join("\n", lines).strip();
  }

  private static int column(String file, int offset) {
    return offset - (file.lastIndexOf('\n', Math.max(0, offset - 1)) + 1);
  }

  private static String outdent(String text, int columns) {
    List<String> lines = new ArrayList<>();
    Collections.addAll(lines, text.split("\r?\n"));
    for (int i = 1; i < lines.size(); i++) {
      String line = lines.get(i);
      int blanks = 0;
      while (blanks < columns && blanks < line.length() && line.charAt(blanks) == ' ') {
        blanks++;
      }
      lines.set(i, line.substring(blanks));
    }
    return String.join("\n", lines);
  }
}
