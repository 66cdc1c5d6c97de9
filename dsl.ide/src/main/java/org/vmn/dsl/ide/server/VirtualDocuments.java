package org.vmn.dsl.ide.server;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.common.util.URI;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.Location;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.imports.Library;

/**
 * What comes with VMN and is no file that an editor could open: modules of the standard library and
 * the pages of diagnostics. An editor that says {@code virtualDocuments} when it starts gets
 * addresses such as {@code vmn:/std/images.vmn}, and asks the server for their text; others get no
 * address.
 */
final class VirtualDocuments {
  private static final String SCHEME = "vmn:/";
  private static final String CODES = SCHEME + "codes/";
  private static final String MODULES = SCHEME + Library.ROOT + "/";

  private final boolean shown;

  VirtualDocuments(@Nullable InitializeParams params) {
    shown =
        params != null
            && params.getInitializationOptions() instanceof JsonObject options
            && options.has("virtualDocuments")
            && options.get("virtualDocuments").getAsBoolean();
  }

  /** Where a diagnostic is explained. */
  Optional<String> page(Code code) {
    return shown && resource(code) != null
        ? Optional.of(CODES + code.id() + ".md")
        : Optional.empty();
  }

  /** Locations that the editor can open. */
  List<Location> openable(List<? extends Location> locations) {
    return locations.stream().map(this::openable).flatMap(Optional::stream).toList();
  }

  private Optional<Location> openable(Location location) {
    URI uri = URI.createURI(location.getUri());
    if (!Library.contains(uri)) {
      return Optional.of(location);
    }
    return shown
        ? Optional.of(new Location(MODULES + uri.lastSegment(), location.getRange()))
        : Optional.empty();
  }

  /** The text behind an address; empty when there is none. */
  Optional<String> text(String address) {
    if (address.startsWith(CODES)) {
      return Code.find(address.substring(CODES.length()).replaceFirst("\\.md$", ""))
          .map(VirtualDocuments::resource)
          .map(VirtualDocuments::read);
    }
    if (address.startsWith(MODULES)) {
      return Library.find(address.substring(MODULES.length()).replaceFirst("\\.vmn$", ""))
          .map(uri -> read(uri.toString()));
    }
    return Optional.empty();
  }

  private static @Nullable URL resource(Code code) {
    return Code.class.getResource(code.id() + ".md");
  }

  private static @Nullable String read(@Nullable URL url) {
    return url == null ? null : read(url.toString());
  }

  private static @Nullable String read(String url) {
    try (InputStream in = java.net.URI.create(url).toURL().openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return null;
    }
  }
}
