package org.vmn.dsl.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.common.util.URI;

/** The standard library: {@code std.images} and its like, which come with VMN. */
public final class Library {
  /** The first word of every import from the library. */
  public static final String ROOT = "std";

  private static final String FOLDER = "/org/vmn/dsl/std/";

  private static final List<String> MODULES =
      List.of(
          "images",
          "roles",
          "rules.operations",
          "rules.reliability",
          "rules.security",
          "services",
          "sizes");

  private Library() {}

  /** What may be imported from the library: {@code std.images} and its like. */
  public static List<String> modules() {
    return MODULES.stream().map(m -> ROOT + "." + m).toList();
  }

  /** What its files say, in the order of {@link #modules}. */
  public static List<String> texts() {
    return modules().stream().map(Library::text).toList();
  }

  /** What a module such as {@code std.images} says. */
  static String text(String module) {
    URI uri = find(module.substring(ROOT.length() + 1)).orElseThrow();
    try (InputStream in = java.net.URI.create(uri.toString()).toURL().openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Where a module of the library is, such as {@code rules.security}; empty when there is none of
   * that name.
   */
  public static Optional<URI> find(String module) {
    String file = FOLDER + module.replace('.', '/') + ".vmn";
    URL url = MODULES.contains(module) ? Library.class.getResource(file) : null;
    return Optional.ofNullable(url).map(u -> URI.createURI(u.toString()));
  }

  /** What origins call a file of the library: {@code std/rules/security.vmn}. */
  public static String label(URI uri) {
    String text = uri.toString();
    return ROOT + "/" + text.substring(text.indexOf(FOLDER) + FOLDER.length());
  }

  /** Whether a file belongs to the library. */
  public static boolean contains(URI uri) {
    return uri.toString().contains(FOLDER);
  }
}
