package org.vmn.generator.elaborate;

import java.util.List;
import org.vmn.dsl.vmn.File;
import org.vmn.dsl.vmn.Label;
import org.vmn.dsl.vmn.Package;
import org.vmn.runtime.network.Provision;

/** What is put on machines, and what is noted about them. */
final class ProvisionPart {
  private static final int OCTAL = 8;
  private static final String DEFAULT_MODE = "644";

  private ProvisionPart() {}

  static Provision provision(Shape shape) {
    List<Provision.File> files =
        shape.all(File.class).stream()
            .map(f -> new Provision.File(f.getPath(), f.getContent(), mode(f), shape.origin(f)))
            .toList();
    List<String> packages =
        shape.all(Package.class).stream()
            .flatMap(p -> p.getTerms().stream())
            .map(t -> t.getName() == null ? t.getText() : t.getName())
            .distinct()
            .toList();
    return new Provision(files, packages);
  }

  private static int mode(File file) {
    return Integer.parseInt(file.getMode() == null ? DEFAULT_MODE : file.getMode(), OCTAL);
  }

  /** A label without a value has an empty one. */
  static List<org.vmn.runtime.network.Label> labels(List<Label> labels) {
    return labels.stream()
        .map(l ->
            new org.vmn.runtime.network.Label(
                l.getName(), l.getValue() == null ? "" : l.getValue()))
        .toList();
  }
}
