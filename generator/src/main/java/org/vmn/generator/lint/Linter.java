package org.vmn.generator.lint;

import java.util.ArrayList;
import java.util.List;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.dsl.imports.Library;
import org.vmn.dsl.imports.Origins;
import org.vmn.dsl.vmn.Model;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Network;

/** All checks of the linter. */
public final class Linter {
  private static final List<Check> CHECKS =
      List.of(
          new UnusedDeclarations(),
          new UnusedImports(),
          new EmptySegments(),
          new MachinesWithoutNic(),
          new SingleTargets(),
          new UnreachableBalancers(),
          new UselessKeys(),
          new InsecureSources(),
          new RepeatedAssertions(),
          new NothingAsserted());

  private Linter() {}

  /**
   * What is off about a network without errors.
   *
   * @param files the root first, and all that it imports
   */
  public static List<Problem> check(Network network, List<Model> files, Origins origins) {
    List<Model> own =
        files.stream().filter(f -> !Library.contains(f.eResource().getURI())).toList();
    Subject subject = new Subject(Forwarding.of(network), own, origins);
    List<Problem> problems = new ArrayList<>();
    CHECKS.forEach(c -> c.check(subject, problems::add));
    return problems;
  }
}
