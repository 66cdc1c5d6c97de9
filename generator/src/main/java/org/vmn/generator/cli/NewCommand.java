package org.vmn.generator.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Suggestions;
import org.vmn.dsl.imports.Starter;
import org.vmn.generator.compile.SourceException;
import org.vmn.generator.text.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vmn new}. */
@Command(
    name = "new",
    mixinStandardHelpOptions = true,
    description = "Begins a network: copies one of the networks that come with vmn.",
    footer = {
      "",
      "Examples:",
      "  vmn new                     which kinds there are",
      "  vmn new office              office/office.vmn",
      "  vmn new three-tier shop     shop/three-tier.vmn",
      "  vmn new home-lab .          home-lab.vmn, in this folder",
      "",
      "Nothing that is there already is changed.",
    })
final class NewCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  // Every command takes --color; this one has nothing to colour.
  @SuppressWarnings("UnusedVariable")
  @Mixin
  private Colours colours;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "KIND",
      completionCandidates = StarterNames.class,
      description = "What to begin with. Without it, the kinds are listed.")
  private @Nullable String kind;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FOLDER",
      description = "Where to put it; made when it isn't there. Default: the kind's name.")
  private @Nullable Path folder;

  @Override
  public Integer call() throws SourceException {
    if (kind == null) {
      list();
      return Main.CLEAN;
    }
    Optional<Starter> starter = Starter.find(kind);
    if (starter.isEmpty()) {
      String near =
          Suggestions.nearest(kind, new StarterNames())
              .map(n -> "; did you mean `" + n + "`?")
              .orElse("");
      spec.commandLine().getErr().println("error: there is no kind `" + kind + "`" + near);
      spec.commandLine().getErr().println("help: `vmn new` lists them");
      return Main.BAD_INPUT;
    }
    return copy(starter.get());
  }

  private int copy(Starter starter) throws SourceException {
    PrintWriter err = spec.commandLine().getErr();
    Path target = folder == null ? Path.of(starter.name()) : folder;
    if (Files.exists(target) && !Files.isDirectory(target)) {
      err.println("error: `" + target + "` is not a folder");
      return Main.BAD_INPUT;
    }
    Path file = target.resolve(starter.file()).normalize();
    try {
      Files.createDirectories(target);
      OutputFile.create(file, starter.text());
    } catch (FileAlreadyExistsException e) {
      err.println("error: `" + file + "` is there already, and was not changed");
      err.println("help: name another folder: `vmn new " + starter.name() + " FOLDER`");
      return Main.BAD_INPUT;
    } catch (IOException e) {
      throw new SourceException("can't write `" + file + "`: " + OutputFile.reason(e));
    }
    next(starter, file);
    return Main.CLEAN;
  }

  private void list() {
    PrintWriter out = spec.commandLine().getOut();
    out.println("Networks to begin with:");
    Table table = Table.of("", "");
    Starter.all().forEach(s -> table.row(s.name(), s.summary()));
    table.lines().forEach(l -> out.println("  " + l));
    out.println();
    out.println("`vmn new KIND` copies one into a folder of its name.");
  }

  private void next(Starter starter, Path file) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("wrote " + file + ": " + starter.summary());
    out.println();
    out.println("Next:");
    Table table = Table.of("", "");
    table.row("vmn check " + file, "is it right, and do its assertions hold?");
    table.row("vmn explain " + file, "what it means, in plain words");
    table.row("vmn graph " + file + " -o " + starter.file().replace(".vmn", ".svg"), "a picture");
    if (starter.text().contains("\nscenario ")) {
      table.row("vmn simulate " + file, "its scenario, without deploying anything");
    }
    table.row("vmn build " + file + " -o out", "everything to deploy it");
    table.lines().forEach(l -> out.println("  " + l));
  }
}
