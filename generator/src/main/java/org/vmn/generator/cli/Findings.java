package org.vmn.generator.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.generator.compile.SourceException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** What commands do whose result is diagnostics of several files. */
final class Findings {
  private final Options options;
  private final Mending mending;
  private final CommandLine command;

  Findings(Options options, Mending mending, CommandLine command) {
    this.options = options;
    this.mending = mending;
    this.command = command;
    if (!mending.misuse().isEmpty()) {
      throw new ParameterException(command, mending.misuse());
    }
  }

  /** Nobody should take a file for proved that isn't a network. */
  private static String library(Found found) {
    return found.input().network() == null && found.problems().stream().noneMatch(Problem::isError)
        ? "; it has no `network`, so nothing is placed or proved"
        : "";
  }

  /** Mends if that is wanted, reports, and returns the exit status. */
  int report(List<Path> files, Mending.Finder finder) throws IOException {
    PrintWriter err = command.getErr();
    Reporter reporter = new Reporter(options, command.getOut(), err);
    List<Found> all = new ArrayList<>();
    int status = Main.CLEAN;
    for (Path file : files) {
      try {
        if (mending.isWanted()) {
          mending.mend(file, finder, options.colours.out(), command.getOut(), err);
        }
        if (!mending.showsOnly()) {
          Found found = finder.find(file);
          if (options.format == Options.Format.PRETTY) {
            status = Math.max(status, reporter.report(found));
            err.println(
                file + ": " + Summary.found(found.problems(), found.verdicts()) + library(found));
          }
          all.add(found);
        } else {
          status = Math.max(status, Reporter.status(finder.find(file).problems(), options));
        }
      } catch (SourceException e) {
        err.println("error: " + e.getMessage());
        status = Main.BAD_INPUT;
      }
    }
    return options.format == Options.Format.PRETTY || mending.showsOnly()
        ? status
        : Math.max(status, reporter.report(all));
  }
}
