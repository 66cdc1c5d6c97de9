package org.vmn.generator.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vmn.generator.compile.Compiler;
import org.vmn.generator.watch.FileWatch;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code --watch}: the same again whenever a file changes that decides what comes of it. */
final class Watching {
  /** How often a proof asks whether files have changed meanwhile. */
  private static final long LOOK_NANOS = 100_000_000;

  @Option(
      names = "--watch",
      description =
          "Do it again whenever the file, one that it imports, vmn.lock or vmn.json changes, until"
              + " interrupted, and say what that changed. The exit status is the last round's. With"
              + " --format json one document a line for each round.")
  private boolean wanted;

  boolean isWanted() {
    return wanted;
  }

  /** Why that can't be done; empty when it can. */
  static String misuse(List<Path> files, Options options) {
    if (options.format != Options.Format.PRETTY && options.format != Options.Format.JSON) {
      return "`--watch` goes with `--format pretty` and `--format json`";
    }
    return files.stream().anyMatch(f -> f.toString().equals("-"))
        ? "standard input can't be watched: name a file"
        : "";
  }

  /**
   * Goes on until the process, or the thread, is interrupted, or nobody reads any more.
   *
   * @return the exit status of the last rounds of all files
   */
  static int watch(
      List<WatchedFile> files, Variables variables, Round.Viewer viewer, CommandLine command) {
    PrintWriter err = command.getErr();
    FileWatch watch = new FileWatch();
    Supplier<Compiler> compiler = once();
    try (watch;
        Interruption interruption = new Interruption(watch::close)) {
      // Nobody has read them yet: whatever they are now is what they were seen as.
      watch.follow(inputs(files), Instant.MAX);
      while (!interruption.asked()
          && !Thread.currentThread().isInterrupted()
          && !command.getOut().checkError()
          && !err.checkError()) {
        Instant begin = Instant.now();
        BooleanSupplier worthless = seldom(() -> interruption.asked() || watch.isChanged());
        for (WatchedFile file : files) {
          Round round = file.next(variables, compiler, worthless, err);
          if (round != null) {
            viewer.show(round);
          }
        }
        watch.follow(inputs(files), begin);
        // What was given up for a change that was undone at once has still to be done.
        if (watch.isChanged() || files.stream().noneMatch(WatchedFile::isDue)) {
          Set<Path> changed = watch.await();
          files.forEach(file -> file.note(changed));
        }
      }
      interruption.endWith(status(files));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return status(files);
  }

  private static int status(List<WatchedFile> files) {
    return files.stream().mapToInt(WatchedFile::status).max().orElse(Main.CLEAN);
  }

  private static Set<Path> inputs(List<WatchedFile> files) {
    Set<Path> inputs = new TreeSet<>();
    files.forEach(file -> inputs.addAll(file.inputs()));
    return inputs;
  }

  private static Supplier<Compiler> once() {
    return new Supplier<>() {
      private @Nullable Compiler made;

      @Override
      public Compiler get() {
        Compiler compiler = made == null ? new Compiler() : made;
        made = compiler;
        return compiler;
      }
    };
  }

  private static BooleanSupplier seldom(BooleanSupplier question) {
    return new BooleanSupplier() {
      private long last = System.nanoTime();
      private boolean answer;

      @Override
      public boolean getAsBoolean() {
        long now = System.nanoTime();
        if (now - last > LOOK_NANOS) {
          last = now;
          answer = question.getAsBoolean();
        }
        return answer;
      }
    };
  }
}
