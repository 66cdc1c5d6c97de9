package org.vmn.generator.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.vmn.generator.compile.Compiler;
import org.vmn.generator.compile.Source;
import org.vmn.generator.compile.SourceException;
import org.vmn.generator.format.Diff;
import org.vmn.generator.format.Formatter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vmn fmt}. */
@Command(
    name = "fmt",
    mixinStandardHelpOptions = true,
    description =
        "Lays files out: one way to write each thing. Changes blanks and line ends, nothing else.",
    footer = {
      "",
      "Examples:",
      "  vmn fmt *.vmn               lays the files out in place",
      "  vmn fmt --check *.vmn       names those that aren't laid out",
      "  vmn fmt --diff lab.vmn      shows what would change, and changes nothing",
      "  vmn fmt - < lab.vmn         from standard input to standard output",
      "",
      "A file that can't be parsed is left alone.",
      "Exit status 1 when there is one, or with --check when something would change.",
    })
final class FmtCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Colours colours;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Files to lay out; `-` is standard input, laid out to standard output.")
  private List<Path> files;

  @Option(
      names = "--check",
      description = "Change nothing; exit with 1 when something would change.")
  private boolean check;

  @Option(names = "--diff", description = "Change nothing; show what would change.")
  private boolean diff;

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    Compiler compiler = new Compiler();
    Formatter formatter = new Formatter(compiler.injector());
    int status = Main.CLEAN;
    for (Path file : files) {
      try {
        status = Math.max(status, format(file, compiler, formatter, err));
      } catch (SourceException e) {
        err.println("error: " + e.getMessage());
        status = Main.BAD_INPUT;
      }
    }
    return status;
  }

  private int format(Path file, Compiler compiler, Formatter formatter, PrintWriter err)
      throws SourceException, IOException {
    PrintWriter out = spec.commandLine().getOut();
    Source source = Input.source(file);
    Compiler.Parsed parsed = compiler.parse(source);
    if (!parsed.syntax().problems().isEmpty()) {
      return Reporter.refuse(Input.of(source, parsed.syntax()), colours, err);
    }
    String before = new String(source.bytes(), StandardCharsets.UTF_8);
    String after = formatter.format(parsed.file());
    boolean changed = !before.equals(after);
    if (diff) {
      Diff.unified(source.path().toString(), before, after)
          .forEach(l -> out.println(colours.out().diff(l)));
    } else if (check && changed) {
      out.println(source.path());
    } else if (!check && file.toString().equals("-")) {
      out.print(after);
    } else if (!check && changed) {
      OutputFile.write(file, after);
    }
    return check && changed ? Main.FINDINGS : Main.CLEAN;
  }
}
