package org.vmn.dsl.imports;

import org.eclipse.emf.common.notify.impl.AdapterImpl;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.jspecify.annotations.Nullable;

/**
 * On a set of files: the folder of the one that was asked for, or of the workspace. Imports that
 * lead to nothing beside their file are looked for there; none leads out of it.
 */
public final class RootFolder extends AdapterImpl {
  private final URI uri;

  private RootFolder(URI uri) {
    this.uri = uri;
  }

  /**
   * @param folder without a separator at its end
   */
  public static void put(ResourceSet files, URI folder) {
    files.eAdapters().removeIf(RootFolder.class::isInstance);
    files.eAdapters().add(new RootFolder(folder));
  }

  /** Files that stand for those of another set are looked for where these are. */
  public static void share(ResourceSet from, ResourceSet to) {
    @Nullable URI folder = of(from);
    if (folder != null) {
      put(to, folder);
    }
  }

  static @Nullable URI of(@Nullable ResourceSet files) {
    return files == null
        ? null
        : files.eAdapters().stream()
            .filter(RootFolder.class::isInstance)
            .map(a -> ((RootFolder) a).uri)
            .findFirst()
            .orElse(null);
  }
}
