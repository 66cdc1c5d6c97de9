package org.vmn.generator.compile;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.vmn.dsl.imports.Imports;
import org.vmn.dsl.vmn.Model;
import org.vmn.generator.lock.LockFile;
import org.vmn.generator.project.ProjectFile;

/** The files that decide what comes of compiling one, be they there or not. */
public final class Inputs {
  private Inputs() {}

  /** Of a file that nothing is known of but its name. */
  public static Set<Path> of(Path source) {
    Path file = source.toAbsolutePath().normalize();
    Set<Path> inputs = new LinkedHashSet<>(List.of(file, LockFile.beside(file)));
    inputs.addAll(ProjectFile.places(file));
    return inputs;
  }

  /** Of a file and all that it imports. */
  static Set<Path> of(List<Resource> files) {
    Set<Path> inputs = new LinkedHashSet<>();
    if (files.get(0).getURI().isFile()) {
      inputs.addAll(of(Path.of(files.get(0).getURI().toFileString())));
    }
    for (Resource file : files) {
      if (!file.getContents().isEmpty() && file.getContents().get(0) instanceof Model model) {
        model.getImports().stream()
            .flatMap(i -> Imports.places(i).stream())
            .filter(URI::isFile)
            .forEach(uri -> inputs.add(Path.of(uri.toFileString())));
      }
    }
    return inputs;
  }
}
