package org.vmn.dsl.imports;

import java.util.Comparator;
import java.util.List;
import org.eclipse.emf.common.notify.impl.AdapterImpl;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.jspecify.annotations.Nullable;

/**
 * On a set of files: the folder of the one that was asked for, or those of the workspace. Imports
 * that lead to nothing beside their file are looked for in the one that it is in; none leads out of
 * it.
 */
public final class RootFolder extends AdapterImpl {
  private final List<URI> folders;

  private RootFolder(List<URI> folders) {
    this.folders = List.copyOf(folders);
  }

  /**
   * @param folders without a separator at their ends
   */
  public static void put(ResourceSet files, List<URI> folders) {
    files.eAdapters().removeIf(RootFolder.class::isInstance);
    files.eAdapters().add(new RootFolder(folders));
  }

  /** Files that stand for those of another set are looked for where these are. */
  public static void share(ResourceSet from, ResourceSet to) {
    put(to, all(from));
  }

  /** The innermost that a file is in; null when it is in none. */
  static @Nullable URI of(@Nullable ResourceSet files, URI file) {
    return files == null
        ? null
        : all(files).stream()
            .filter(f -> file.toString().startsWith(f + "/"))
            .max(Comparator.comparingInt(URI::segmentCount))
            .orElse(null);
  }

  private static List<URI> all(ResourceSet files) {
    return files.eAdapters().stream()
        .filter(RootFolder.class::isInstance)
        .map(a -> ((RootFolder) a).folders)
        .findFirst()
        .orElse(List.of());
  }
}
