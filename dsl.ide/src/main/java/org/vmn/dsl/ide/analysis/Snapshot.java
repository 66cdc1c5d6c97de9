package org.vmn.dsl.ide.analysis;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.CheckMode;
import org.vmn.dsl.ide.build.ImportingFiles;
import org.vmn.dsl.imports.Library;
import org.vmn.dsl.vmn.Model;

/**
 * The text of a network's root file and of those that it imports, at one moment. Analysis reads it
 * again by itself, and so keeps no build waiting, however large the network is.
 *
 * @param texts by address, the root first; without the library, which does not change
 */
public record Snapshot(URI root, Map<URI, String> texts) {

  /**
   * Of a file that declares a network; empty of a library, and while anything is wrong with the
   * text.
   */
  public static Optional<Snapshot> of(Resource root) {
    if (!isRoot(root)) {
      return Optional.empty();
    }
    Map<URI, String> texts = new LinkedHashMap<>();
    if (!add(root, texts)) {
      return Optional.empty();
    }
    for (URI uri : ImportingFiles.imports(root)) {
      if (!Library.contains(uri) && !add(root.getResourceSet().getResource(uri, false), texts)) {
        return Optional.empty();
      }
    }
    return Optional.of(new Snapshot(root.getURI(), texts));
  }

  private static boolean add(Resource file, Map<URI, String> texts) {
    if (!(file instanceof XtextResource text) || text.getParseResult() == null || !isRight(text)) {
      return false;
    }
    texts.put(text.getURI(), text.getParseResult().getRootNode().getText());
    return true;
  }

  private static boolean isRight(XtextResource file) {
    return file
        .getResourceServiceProvider()
        .getResourceValidator()
        .validate(file, CheckMode.ALL, CancelIndicator.NullImpl)
        .stream()
        .noneMatch(issue -> issue.getSeverity() == Severity.ERROR);
  }

  private static boolean isRoot(Resource resource) {
    EObject content = resource.getContents().isEmpty() ? null : resource.getContents().get(0);
    return content instanceof Model model && !model.getNetworks().isEmpty();
  }
}
