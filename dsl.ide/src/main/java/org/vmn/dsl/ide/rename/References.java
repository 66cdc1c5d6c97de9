package org.vmn.dsl.ide.rename;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.xtext.findReferences.IReferenceFinder;
import org.eclipse.xtext.ide.server.DocumentExtensions;
import org.eclipse.xtext.ide.server.symbol.DocumentSymbolService;
import org.eclipse.xtext.resource.EObjectAtOffsetHelper;
import org.eclipse.xtext.resource.IResourceDescription;
import org.eclipse.xtext.resource.IResourceDescriptions;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.vmn.dsl.ide.symbol.Kinds;
import org.vmn.dsl.vmn.Model;
import org.vmn.dsl.vmn.Named;

/**
 * Finds references where renaming would change them, and names in the models; an index of either
 * costs at every key.
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

  /** The declarations of a file's top level whose name has something in it, in any case. */
  @Override
  public List<? extends WorkspaceSymbol> getSymbols(
      IResourceDescription file,
      String query,
      IReferenceFinder.IResourceAccess access,
      CancelIndicator cancelIndicator) {
    String part = query.toLowerCase(Locale.ROOT);
    return access.readOnly(file.getURI(), files -> symbols(files, file.getURI(), part));
  }

  private List<WorkspaceSymbol> symbols(ResourceSet files, URI uri, String part) {
    List<WorkspaceSymbol> symbols = new ArrayList<>();
    Resource file = files.getResource(uri, false);
    if (file != null
        && !file.getContents().isEmpty()
        && file.getContents().get(0) instanceof Model model) {
      for (EObject element : model.eContents()) {
        if (element instanceof Named named
            && named.getName() != null
            && named.getName().toLowerCase(Locale.ROOT).contains(part)) {
          Location place = documents.newLocation(named);
          symbols.add(
              new WorkspaceSymbol(
                  named.getName(), Kinds.symbol(named.eClass()), Either.forLeft(place)));
        }
      }
    }
    return symbols;
  }
}
