package org.vmn.generator.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.dsl.vmn.Model;
import org.vmn.generator.compile.Compilation;
import org.vmn.generator.compile.Compiler;
import org.vmn.generator.compile.Depth;
import org.vmn.generator.compile.LockProblems;
import org.vmn.generator.compile.Source;
import org.vmn.generator.compile.SourceException;
import org.vmn.generator.compile.SourceTexts;
import org.vmn.generator.lock.Lock;
import org.vmn.generator.project.Suppressions;
import org.vmn.runtime.config.ConfigException;
import org.vmn.runtime.config.NetworkConfig;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.prove.Bounds;
import org.vmn.runtime.prove.Prover;
import org.vmn.runtime.review.Remedies;

/**
 * A file that a command works on: a {@code .vmn} file, standard input, or a simulator configuration
 * ({@code .json}), which needs no compiler.
 */
final class Input {
  /** What standard input is called in messages. */
  static final Path STDIN = Path.of("stdin.vmn");

  private final Path path;
  private final @Nullable Compilation compilation;
  private final @Nullable Network network;
  private @Nullable Forwarding tables;
  private @Nullable Prover prover;
  private @Nullable Remedies remedies;

  private Input(Path path, @Nullable Compilation compilation, @Nullable Network network) {
    this.path = path;
    this.compilation = compilation;
    this.network = network;
  }

  static Input read(Path path, Variables variables) throws SourceException, IOException {
    return read(path, variables, Depth.CHECK);
  }

  static Input read(Path path, Variables variables, Depth depth)
      throws SourceException, IOException {
    return read(path, variables, depth, Compiler::new);
  }

  /**
   * @param compiler not asked for where none is needed: it takes a while to make
   */
  static Input read(Path path, Variables variables, Depth depth, Supplier<Compiler> compiler)
      throws SourceException, IOException {
    if (path.toString().endsWith(".json")) {
      if (!variables.values().isEmpty()) {
        throw new SourceException(
            "`" + path + "` has no variables any more: `--set` is for the .vmn file that it is of");
      }
      return configuration(path);
    }
    Source source = source(path).with(variables.values());
    return of(source, compiler.get().compile(source, depth));
  }

  static Input of(Source source, Compilation compilation) {
    return new Input(source.path(), compilation, compilation.network());
  }

  static Source source(Path path) throws SourceException, IOException {
    return path.toString().equals("-") ? Source.read(STDIN, System.in) : Source.read(path);
  }

  private static Input configuration(Path path) throws SourceException, IOException {
    if (!Files.isRegularFile(path)) {
      throw new SourceException("there is no file `" + path + "`");
    }
    try {
      return new Input(path, null, NetworkConfig.read(path));
    } catch (ConfigException e) {
      throw new SourceException(
          "`" + path + "` is not a simulator configuration: " + e.getMessage());
    }
  }

  /** Null exactly when there are errors. */
  @Nullable Network network() {
    return network;
  }

  /**
   * The tables of the network, made once.
   *
   * @throws IllegalStateException where there is no network
   */
  Forwarding tables() {
    Forwarding made = tables;
    if (made == null) {
      if (network == null) {
        throw new IllegalStateException("no network");
      }
      made = Forwarding.of(network);
      tables = made;
    }
    return made;
  }

  /** The prover of the network, made once. */
  Prover prover(Bounds bounds) {
    Prover made = prover;
    if (made == null) {
      made = Prover.of(tables(), bounds);
      prover = made;
    }
    return made;
  }

  /** What would mend what is refuted. */
  Remedies remedies() {
    Remedies made = remedies;
    if (made == null) {
      made = new Remedies(tables(), () -> prover(Bounds.USUAL));
      remedies = made;
    }
    return made;
  }

  /** Null for a simulator configuration. */
  @Nullable Model model() {
    return compilation == null ? null : compilation.root();
  }

  /** What is chosen; nothing for a simulator configuration. */
  Lock lock() {
    return compilation == null ? Lock.EMPTY : compilation.locks().after();
  }

  /** What a build would write beside the source, or null when there is nothing to keep. */
  @Nullable Lock newLock() {
    if (compilation == null || path.equals(STDIN)) {
      return null;
    }
    Compilation.Locks locks = compilation.locks();
    return locks.after().equals(locks.before()) ? null : locks.after();
  }

  /** The files that decide what comes of it, be they there or not. */
  Set<Path> files() {
    return compilation == null ? Set.of(path.toAbsolutePath().normalize()) : compilation.inputs();
  }

  /** That the lock isn't as a build would write it. */
  List<Problem> unlocked() {
    return compilation == null ? List.of() : LockProblems.outdated(compilation);
  }

  /** All problems, those that were found later included: see {@link Compilation#with}. */
  List<Problem> problemsWith(List<Problem> later) {
    return compilation == null ? later : compilation.with(later);
  }

  /** What comments answer for. */
  List<Suppressions.Suppressed> answered(List<Problem> later) {
    return compilation == null ? List.of() : compilation.answered(later);
  }

  List<Problem> problems() {
    return compilation == null ? List.of() : compilation.problems();
  }

  /** The texts of the sources; empty for a simulator configuration. */
  SourceTexts sources() {
    return compilation == null ? new SourceTexts() : compilation.sources();
  }

  /**
   * The line of an origin, in the file by its own name: for tables, where paths take too much room.
   */
  String brief(Origin origin) {
    return origin.isKnown() ? origin.file() + ":" + origin.line() : "(default)";
  }

  /** A file of an origin as the user can open it from the working folder. */
  String shown(String file) {
    Path folder = path.getParent();
    if (compilation == null
        || folder == null
        || file.startsWith("std/")
        || !sources().files().contains(file)) {
      return file;
    }
    return folder.resolve(file).normalize().toString();
  }
}
