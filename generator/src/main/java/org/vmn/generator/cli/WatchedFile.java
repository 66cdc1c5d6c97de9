package org.vmn.generator.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.generator.compile.Compiler;
import org.vmn.generator.compile.Depth;
import org.vmn.generator.compile.Inputs;
import org.vmn.generator.compile.SourceException;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.prove.Bounds;
import org.vmn.runtime.prove.Prover;
import org.vmn.runtime.prove.Verdict;

/**
 * A file that is worked on again and again, with what is known of it from round to round: what was
 * proved before an edit is proved again only where the edit touches it.
 */
final class WatchedFile {
  private final Path file;
  private final Judge judge;
  private final Bounds bounds;
  private final Set<Path> changed = new TreeSet<>();
  private Set<Path> inputs;
  private @Nullable Prover prover;
  private List<Verdict> verdicts = List.of();
  private List<Problem> problems = List.of();
  private List<Problem> settled = List.of();
  private boolean due = true;
  private int rounds;
  private int status = Main.CLEAN;

  WatchedFile(Path file, Judge judge, Bounds bounds) {
    this.file = file;
    this.judge = judge;
    this.bounds = bounds;
    inputs = Inputs.of(file);
  }

  /** The files that decide what comes of it, as far as is known. */
  Set<Path> inputs() {
    return inputs;
  }

  /** The exit status that the last round calls for. */
  int status() {
    return status;
  }

  /** Whether it has to be looked at. */
  boolean isDue() {
    return due;
  }

  /** Notes files that changed. */
  void note(Set<Path> files) {
    List<Path> own = files.stream().filter(inputs::contains).toList();
    changed.addAll(own);
    due |= !own.isEmpty();
  }

  /**
   * Does another round if one is due.
   *
   * @param worthless asked while it is being proved; true when nobody wants to know any more
   * @return null when none is due, or it became worthless and still is
   */
  @Nullable Round next(
      Variables variables,
      Supplier<Compiler> compiler,
      BooleanSupplier worthless,
      PrintWriter err) {
    if (!due) {
      return null;
    }
    ZonedDateTime begin = ZonedDateTime.now(ZoneId.systemDefault());
    long start = System.nanoTime();
    Found found = null;
    String failure = "";
    List<Verdict> now = List.of();
    try {
      Input input = Input.read(file, variables, Depth.CHECK, compiler);
      Set<Path> known = new HashSet<>(input.files());
      if (input.network() == null) {
        // What can't be read may import as before.
        known.addAll(inputs);
      }
      inputs = Set.copyOf(known);
      now = prove(input, worthless, err);
      found = judge.found(input, now);
    } catch (SourceException e) {
      failure = String.valueOf(e.getMessage());
    } catch (IOException e) {
      failure = "can't read `" + file + "`: " + e;
    }
    if (worthless.getAsBoolean()) {
      return null;
    }
    due = false;
    rounds++;
    status = found == null ? Main.BAD_INPUT : judge.status(found);
    boolean through = found != null && found.input().network() != null;
    boolean proved = through && judge.proves();
    VerdictChanges since = proved ? VerdictChanges.between(verdicts, now) : null;
    verdicts = proved ? now : verdicts;
    List<Problem> wrong = found == null ? List.of() : found.problems();
    ProblemChanges changes = ProblemChanges.between(problems, settled, wrong, through);
    problems = wrong;
    settled = through ? wrong : settled;
    Set<Path> because = rounds == 1 ? Set.of() : new TreeSet<>(changed);
    changed.clear();
    return new Round(
        rounds,
        begin,
        file,
        because,
        found,
        failure,
        since,
        changes,
        System.nanoTime() - start,
        status);
  }

  private List<Verdict> prove(Input input, BooleanSupplier worthless, PrintWriter err) {
    Network network = input.network();
    if (network == null || !judge.proves()) {
      return List.of();
    }
    Bounds until = bounds.until(worthless);
    prover =
        prover == null ? Prover.of(input.tables(), until) : Prover.after(prover, network, until);
    return Proofs.of(prover, network.assertions(), err);
  }
}
