package org.vmn.dsl.ide.analysis;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.dsl.imports.Origins;
import org.vmn.dsl.vmn.Model;
import org.vmn.generator.compile.LockProblems;
import org.vmn.generator.lock.Lock;
import org.vmn.generator.lock.LockException;
import org.vmn.generator.lock.LockFile;
import org.vmn.generator.project.ProjectFile;
import org.vmn.generator.project.Settings;
import org.vmn.generator.project.SettingsReader;
import org.vmn.runtime.network.Origin;

/**
 * The lock and the project that stand beside a network. What is wrong with them is said at the
 * network's header: an editor needn't have them open.
 */
final class Beside {
  private final URI file;
  private final Model root;
  private final Origins origins;

  Beside(URI file, Model root, Origins origins) {
    this.file = file;
    this.root = root;
    this.origins = origins;
  }

  /** As if there were none where it can't be read. */
  Lock lock(List<Problem> problems) {
    try {
      return file.isFile() ? LockFile.read(Path.of(file.toFileString())) : Lock.EMPTY;
    } catch (LockException e) {
      problems.add(here(LockProblems.unreadable(e), LockFile.NAME));
      return Lock.EMPTY;
    }
  }

  Settings settings(List<Problem> problems) {
    Optional<Path> found =
        file.isFile() ? ProjectFile.find(Path.of(file.toFileString())) : Optional.empty();
    Settings settings =
        found
            .map(f -> SettingsReader.read(ProjectFile.NAME, ProjectFile.text(f)))
            .orElse(Settings.NONE);
    settings.problems().forEach(p -> problems.add(here(p, ProjectFile.NAME)));
    return settings;
  }

  private Problem here(Problem problem, String name) {
    EObject header = root.getNetworks().isEmpty() ? root : root.getNetworks().get(0);
    Origin at = origins.of(header);
    String message = name + ":" + problem.origin().line() + ": " + problem.message();
    Problem moved = Problem.of(problem.code(), at, message).severity(problem.severity());
    return problem.help() == null ? moved : moved.help(problem.help());
  }
}
