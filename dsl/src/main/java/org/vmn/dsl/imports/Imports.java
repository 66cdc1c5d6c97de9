package org.vmn.dsl.imports;

import java.util.List;
import java.util.Optional;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.common.util.WrappedException;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.vmn.Import;
import org.vmn.dsl.vmn.Model;

/**
 * Finds what an import names: {@code std.images} in the library, {@code lab.tiers} in the file {@code lab/tiers.vmn} beside the
 * importing file. Names hold letters, digits, dashes and dots between them, so that no import leaves its folder.
 */
public final class Imports {
  private Imports() {}

  /** The file that an import names, whether or not it exists; empty when the library has no such module. */
  public static Optional<URI> uri(Import declaration) {
    List<String> parts = List.of(declaration.getPath().replaceAll("\\s", "").split("\\."));
    if (parts.get(0).equals(Library.ROOT)) {
      return parts.size() == 2 ? Library.find(parts.get(1)) : Optional.empty();
    }
    Resource resource = declaration.eResource();
    if (resource == null || resource.getURI() == null) {
      return Optional.empty();
    }
    URI folder = resource.getURI().trimSegments(1);
    return Optional.of(folder.appendSegments(parts.toArray(String[]::new)).appendFileExtension("vmn"));
  }

  /** The model that an import names, loaded; null when it can't be had. */
  public static @Nullable Model load(Import declaration) {
    Resource resource = declaration.eResource();
    ResourceSet resources = resource == null ? null : resource.getResourceSet();
    URI uri = uri(declaration).orElse(null);
    if (resources == null || uri == null) {
      return null;
    }
    try {
      Resource known = resources.getResource(uri, false);
      if (known == null && !resources.getURIConverter().exists(uri, null)) {
        return null;
      }
      Resource found = known != null ? known : resources.getResource(uri, true);
      EObject content = found.getContents().isEmpty() ? null : found.getContents().get(0);
      return content instanceof Model model ? model : null;
    } catch (WrappedException e) {
      return null;
    }
  }
}
