package org.vmn.dsl.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.common.util.WrappedException;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.vmn.Import;
import org.vmn.dsl.vmn.Model;

/**
 * Finds what an import names: {@code std.images} in the library, {@code lab.tiers} in the file
 * {@code lab/tiers.vmn} beside the importing file, or else below the root folder. Names hold
 * letters, digits, dashes and dots between them, so that no import leaves its folder.
 */
public final class Imports {
  private static final String SUFFIX = ".vmn";
  private static final int MOST_NEIGHBOURS = 1000;

  private Imports() {}

  /** The path as it is meant: {@code std.images}; empty where the text has none. */
  public static String path(Import declaration) {
    String path = declaration.getPath();
    return path == null ? "" : path.replaceAll("\\s", "");
  }

  /** Whether an import names something of the standard library, be it there or not. */
  public static boolean isLibrary(Import declaration) {
    return path(declaration).matches(Library.ROOT + "(\\..*)?");
  }

  /**
   * What could be imported from the folder of the importing file; nothing where that is no folder
   * on a disk.
   */
  public static List<String> neighbours(Import declaration) {
    Resource resource = declaration.eResource();
    URI uri = resource == null ? null : resource.getURI();
    if (uri == null || !uri.isFile()) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(Path.of(uri.trimSegments(1).toFileString()))) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(n -> n.endsWith(SUFFIX))
          .map(n -> n.substring(0, n.length() - SUFFIX.length()))
          .sorted()
          .limit(MOST_NEIGHBOURS)
          .toList();
    } catch (IOException | InvalidPathException e) {
      return List.of();
    }
  }

  /**
   * The file that an import names, whether or not it exists; empty when the library has no such
   * module.
   */
  public static Optional<URI> uri(Import declaration) {
    if (isLibrary(declaration)) {
      List<String> parts = List.of(path(declaration).split("\\."));
      return Library.find(String.join(".", parts.subList(1, parts.size())));
    }
    List<URI> places = places(declaration);
    return places.stream()
        .filter(place -> places.size() == 1 || exists(declaration.eResource(), place))
        .findFirst()
        .or(() -> places.stream().findFirst());
  }

  private static URI in(URI folder, List<String> parts) {
    return folder.appendSegments(parts.toArray(String[]::new)).appendFileExtension("vmn");
  }

  private static boolean exists(Resource resource, URI uri) {
    ResourceSet files = resource.getResourceSet();
    return files.getResource(uri, false) != null || files.getURIConverter().exists(uri, null);
  }

  /**
   * Where the file is looked for, the first place first, whether or not it is in one of them; empty
   * for what is of the library.
   */
  public static List<URI> places(Import declaration) {
    Resource resource = declaration.eResource();
    if (isLibrary(declaration)
        || resource == null
        || resource.getURI() == null
        || declaration.getPath() == null) {
      return List.of();
    }
    List<String> parts = List.of(path(declaration).split("\\."));
    URI root = RootFolder.of(resource.getResourceSet(), resource.getURI());
    return Stream.of(resource.getURI().trimSegments(1), root)
        .filter(Objects::nonNull)
        .distinct()
        .map(folder -> in(folder, parts))
        .toList();
  }

  /** Whether there is such a file at all, be it one that can be loaded or not. */
  public static boolean exists(Import declaration) {
    Resource resource = declaration.eResource();
    ResourceSet resources = resource == null ? null : resource.getResourceSet();
    URI uri = uri(declaration).orElse(null);
    return resources != null && uri != null && resources.getURIConverter().exists(uri, null);
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
