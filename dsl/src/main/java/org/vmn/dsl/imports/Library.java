package org.vmn.dsl.imports;

import java.net.URL;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.common.util.URI;

/** The standard library: {@code std.images} and its like, which come with VMN. */
public final class Library {
  /** The first word of every import from the library. */
  public static final String ROOT = "std";

  private static final String FOLDER = "/org/vmn/dsl/std/";

  private static final List<String> MODULES = List.of("images", "roles", "services", "sizes");

  private Library() {}

  /** What may be imported from the library: {@code std.images} and its like. */
  public static List<String> modules() {
    return MODULES.stream().map(m -> ROOT + "." + m).toList();
  }

  /** Where a module of the library is; empty when there is none of that name. */
  public static Optional<URI> find(String module) {
    URL url = MODULES.contains(module) ? Library.class.getResource(FOLDER + module + ".vmn") : null;
    return Optional.ofNullable(url).map(u -> URI.createURI(u.toString()));
  }

  /** Whether a file belongs to the library. */
  public static boolean contains(URI uri) {
    return uri.toString().contains(FOLDER);
  }
}
