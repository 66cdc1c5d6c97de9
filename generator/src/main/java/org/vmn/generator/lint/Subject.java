package org.vmn.generator.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.vmn.dsl.imports.Origins;
import org.vmn.dsl.vmn.ImportedName;
import org.vmn.dsl.vmn.Model;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Network;

/**
 * What is looked at.
 *
 * @param files of the user: the root first, then those that it imports
 */
record Subject(Forwarding forwarding, List<Model> files, Origins origins) {
  Subject {
    files = List.copyOf(files);
  }

  Network network() {
    return forwarding.network();
  }

  Model root() {
    return files.get(0);
  }

  /** The declarations of a kind of the root file. */
  <T extends EObject> Stream<T> declared(Class<T> kind) {
    return root().getElements().stream().filter(kind::isInstance).map(kind::cast);
  }

  /** Everything that files refer to, other than by importing it. */
  static Set<EObject> referred(List<Model> files) {
    Set<EObject> referred = new HashSet<>();
    for (Model file : files) {
      file.eAllContents()
          .forEachRemaining(e -> {
            if (!(e instanceof ImportedName)) {
              referred.addAll(e.eCrossReferences());
            }
          });
    }
    return referred;
  }
}
