package org.vmn.tests.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks XML against libvirt's own RELAX NG schemas, a thousand documents in less than a second.
 */
public final class LibvirtSchemas {
  private static final Path FOLDER = Path.of("/usr/share/libvirt/schemas");

  /**
   * Documents for one process: the schema is read once for each, and a command line has its limits.
   */
  private static final int BATCH = 500;

  private LibvirtSchemas() {}

  /** Checks one document. */
  public static void validate(Path xml, LibvirtKind kind) {
    validate(List.of(xml), kind);
  }

  /** Checks all documents; an error names every place that is wrong. */
  public static void validate(List<Path> documents, LibvirtKind kind) {
    String schema = FOLDER.resolve(kind.schema() + ".rng").toString();
    List<String> wrong = new ArrayList<>();
    for (int start = 0; start < documents.size(); start += BATCH) {
      Stream<String> files =
          documents.subList(start, Math.min(start + BATCH, documents.size())).stream()
              .map(Path::toString);
      List<String> command =
          Stream.concat(Stream.of("xmllint", "--nonet", "--noout", "--relaxng", schema), files)
              .toList();
      Result result = Shell.run(Map.of(), command);
      if (result.exit() != 0) {
        wrong.add(
            result
                .err()
                .lines()
                .filter(line -> !line.endsWith(" validates"))
                .collect(Collectors.joining("\n")));
      }
    }
    if (!wrong.isEmpty()) {
      throw new AssertionError(
          "libvirt's " + kind.schema() + " schema refuses:\n" + String.join("\n", wrong));
    }
  }

  /** Whether this libvirt brings a schema for {@code kind}. */
  public static boolean has(LibvirtKind kind) {
    return Files.exists(FOLDER.resolve(kind.schema() + ".rng"));
  }
}
