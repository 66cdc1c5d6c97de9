package org.vmn.dsl.ide.build;

import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.resource.IDefaultResourceDescriptionStrategy;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.resource.IReferenceDescription;
import org.eclipse.xtext.resource.IResourceDescription;
import org.eclipse.xtext.resource.IResourceDescriptions;
import org.eclipse.xtext.resource.impl.DefaultResourceDescription;
import org.eclipse.xtext.resource.impl.DefaultResourceDescriptionManager;
import org.eclipse.xtext.util.IResourceScopeCache;
import org.vmn.dsl.imports.Imports;
import org.vmn.dsl.vmn.Import;
import org.vmn.dsl.vmn.Model;

/**
 * A file is built again when one that it imports, itself or through others, changes, appears or
 * goes. Xtext compares names instead, which would miss changes inside declarations and files that
 * nothing is used of.
 */
public class ImportingFiles extends DefaultResourceDescriptionManager {

  @Override
  public boolean isAffected(
      Collection<IResourceDescription.Delta> deltas,
      IResourceDescription candidate,
      IResourceDescriptions context) {
    Set<QualifiedName> imported = ImmutableSet.copyOf(candidate.getImportedNames());
    return deltas.stream().anyMatch(delta -> imported.contains(key(delta.getUri())));
  }

  @Override
  protected IResourceDescription internalGetResourceDescription(
      Resource resource, IDefaultResourceDescriptionStrategy strategy) {
    return new Description(resource, strategy, getCache());
  }

  /** The files that a file imports, itself or through others, whether they exist or not. */
  public static Set<URI> imports(Resource resource) {
    Set<URI> found = new LinkedHashSet<>();
    if (!resource.getContents().isEmpty() && resource.getContents().get(0) instanceof Model model) {
      collect(model, found);
    }
    return found;
  }

  private static void collect(Model model, Set<URI> found) {
    for (Import declaration : model.getImports()) {
      if (declaration.getPath() == null) {
        continue;
      }
      URI uri = Imports.uri(declaration).orElse(null);
      if (uri != null && found.add(uri)) {
        Model imported = Imports.load(declaration);
        if (imported != null) {
          collect(imported, found);
        }
      }
    }
  }

  /** The index has one place for such names. */
  private static QualifiedName key(URI uri) {
    return QualifiedName.create(uri.toString());
  }

  private static final class Description extends DefaultResourceDescription {
    Description(
        Resource resource,
        IDefaultResourceDescriptionStrategy strategy,
        IResourceScopeCache cache) {
      super(resource, strategy, cache);
    }

    /** Those who look for names read the models: an index of them would be made at every key. */
    @Override
    protected List<IEObjectDescription> computeExportedObjects() {
      return List.of();
    }

    /** Those who look for references read the models, which are all loaded. */
    @Override
    public Iterable<IReferenceDescription> getReferenceDescriptions() {
      return List.of();
    }

    @Override
    public Iterable<QualifiedName> getImportedNames() {
      return imports(getResource()).stream().map(ImportingFiles::key).toList();
    }
  }
}
