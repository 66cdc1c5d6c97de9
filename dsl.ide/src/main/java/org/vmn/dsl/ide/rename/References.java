package org.vmn.dsl.ide.rename;

import com.google.inject.Inject;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.lsp4j.Location;
import org.eclipse.xtext.findReferences.IReferenceFinder;
import org.eclipse.xtext.ide.server.DocumentExtensions;
import org.eclipse.xtext.ide.server.symbol.DocumentSymbolService;
import org.eclipse.xtext.resource.EObjectAtOffsetHelper;
import org.eclipse.xtext.resource.IResourceDescriptions;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;

/**
 * Finds references where renaming would change them; Xtext's index of references costs at every
 * key.
 */
public class References extends DocumentSymbolService {
  @Inject private EObjectAtOffsetHelper elements;
  @Inject private Occurrences occurrences;
  @Inject private DocumentExtensions documents;

  @Override
  public List<? extends Location> getReferences(
      XtextResource resource,
      int offset,
      IReferenceFinder.IResourceAccess access,
      IResourceDescriptions index,
      CancelIndicator cancelIndicator) {
    EObject declaration = elements.getElementWithNameAt(resource, offset);
    if (declaration == null || declaration.eIsProxy()) {
      return List.of();
    }
    return occurrences.of(declaration).stream()
        .filter(occurrence -> !occurrence.declares())
        .map(occurrence -> documents.newLocation(occurrence.resource(), occurrence.region()))
        .toList();
  }
}
