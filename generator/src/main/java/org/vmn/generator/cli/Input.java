package org.vmn.generator.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.generator.compile.Compilation;
import org.vmn.generator.compile.Compiler;
import org.vmn.generator.compile.Source;
import org.vmn.generator.compile.SourceException;
import org.vmn.generator.compile.SourceTexts;
import org.vmn.runtime.config.NetworkConfig;
import org.vmn.runtime.network.Network;

/**
 * A file that a command works on: a {@code .vmn} file, standard input, or a simulator configuration ({@code .json}), which needs no
 * compiler.
 */
final class Input {
  private final Path path;
  private final @Nullable Compilation compilation;
  private final @Nullable Network network;

  private Input(Path path, @Nullable Compilation compilation, @Nullable Network network) {
    this.path = path;
    this.compilation = compilation;
    this.network = network;
  }

  static Input read(Path path) throws SourceException, IOException {
    if (path.toString().endsWith(".json")) {
      if (!Files.isRegularFile(path)) {
        throw new SourceException("there is no file `" + path + "`");
      }
      return new Input(path, null, NetworkConfig.read(path));
    }
    Source source = path.toString().equals("-") ? Source.read(Path.of("stdin.vmn"), System.in) : Source.read(path);
    Compilation compilation = new Compiler().compile(source);
    return new Input(source.path(), compilation, compilation.network());
  }

  /** Null exactly when there are errors. */
  @Nullable Network network() {
    return network;
  }

  List<Problem> problems() {
    return compilation == null ? List.of() : compilation.problems();
  }

  /** The texts of the sources; empty for a simulator configuration. */
  SourceTexts sources() {
    return compilation == null ? new SourceTexts() : compilation.sources();
  }

  /** A file of an origin as the user can open it from the working folder. */
  String shown(String file) {
    Path folder = path.getParent();
    if (compilation == null || folder == null || file.startsWith("std/") || !sources().files().contains(file)) {
      return file;
    }
    return folder.resolve(file).normalize().toString();
  }
}
