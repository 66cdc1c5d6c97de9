package org.vmn.tests.diagnostics;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.generator.cli.Main;
import org.vmn.generator.compile.Compilation;
import org.vmn.generator.compile.Compiler;
import org.vmn.generator.compile.Depth;
import org.vmn.generator.compile.Source;
import org.vmn.generator.compile.SourceException;
import org.vmn.generator.lock.LockFile;
import org.vmn.generator.project.ProjectFile;

/** All that VMN has to say of a text, from the parser to the prover. */
final class Checking {
  private static final Pattern CODE = Pattern.compile("VMN[0-9]{4}");

  private final Compiler compiler = new Compiler();
  private final Path folder;

  Checking(Path folder) {
    this.folder = folder;
  }

  /**
   * @param lock what stands in the lock beside the text, or null where there is none
   * @param project the text of {@code vmn.json}; empty for none
   */
  Set<Code> codes(@Nullable String lock, String text, String project, Depth depth)
      throws IOException, SourceException {
    Path file = folder.resolve("example.vmn");
    Files.writeString(file, text);
    Files.deleteIfExists(LockFile.beside(file));
    if (lock != null) {
      Files.writeString(LockFile.beside(file), lock);
    }
    Files.deleteIfExists(folder.resolve(ProjectFile.NAME));
    if (!project.isEmpty()) {
      Files.writeString(folder.resolve(ProjectFile.NAME), project);
    }
    Compilation compilation =
        compiler.compile(new Source(file, text.getBytes(StandardCharsets.UTF_8)), depth);
    Set<Code> codes = new TreeSet<>();
    compilation.with(List.of()).forEach(p -> codes.add(p.code()));
    if (codes.isEmpty()) {
      String command = depth == Depth.LINT ? "lint" : "check";
      Matcher found = CODE.matcher(run(command, file, lock != null));
      while (found.find()) {
        codes.add(Code.find(found.group()).orElseThrow());
      }
    }
    return codes;
  }

  /** What the command line adds: proofs, and limits of the targets. */
  private static String run(String command, Path file, boolean locked) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> arguments = new ArrayList<>(List.of(command, "--format", "json", file.toString()));
    if (locked) {
      arguments.add("--locked");
    }
    Main.run(new PrintWriter(out), new PrintWriter(err), arguments.toArray(String[]::new));
    return out.toString() + err;
  }
}
