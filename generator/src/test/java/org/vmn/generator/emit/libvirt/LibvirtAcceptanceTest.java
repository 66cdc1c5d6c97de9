package org.vmn.generator.emit.libvirt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vmn.generator.emit.Lab;
import org.vmn.generator.emit.Networks;

/** libvirt's own schemas and parser accept what is emitted, whatever a user wrote. */
@Tag("lab")
class LibvirtAcceptanceTest {
  private static final Path SCHEMAS = Path.of("/usr/share/libvirt/schemas");

  @TempDir Path folder;

  private Map<String, String> files = Map.of();

  @BeforeEach
  void emit() throws Exception {
    files =
        Networks.emit(
            new LibvirtEmitter(),
            Networks.shop(
                30, "/srv/" + Networks.HOSTILE, Networks.HOSTILE + "\n\u001b\0", Networks.HOSTILE));
    Lab.write(folder, files);
  }

  @ParameterizedTest
  @CsvSource({"domain.rng, domains, 31", "storagevol.rng, volumes, 60", "network.rng, networks, 2"})
  void satisfiesSchema(String schema, String kind, int count) throws Exception {
    Lab.needs("xmllint");
    Lab.needs(Files.exists(SCHEMAS.resolve(schema)), "libvirt's schemas aren't installed");
    List<String> command =
        new ArrayList<>(
            List.of("xmllint", "--noout", "--relaxng", SCHEMAS.resolve(schema).toString()));
    files.keySet().stream()
        .filter(path -> path.contains("/" + kind + "/"))
        .forEach(path -> command.add(folder.resolve(path).toString()));
    assertEquals(count, command.size() - 4);
    Lab.Run run = Lab.run(command, Map.of());
    assertEquals(0, run.status(), run.output());
  }

  @Test
  void isDefinedByLibvirt() throws Exception {
    Lab.needs("virsh");
    for (String path : files.keySet()) {
      if (path.contains("/domains/")) {
        Path file = folder.resolve(path);
        Files.writeString(file, Files.readString(file).replaceFirst("type='kvm'", "type='test'"));
        Lab.Run run = Lab.run("virsh", "-c", "test:///default", "define", file.toString());
        assertEquals(0, run.status(), run.output());
      } else if (path.contains("/networks/")) {
        Lab.Run run =
            Lab.run(
                "virsh", "-c", "test:///default", "net-define", folder.resolve(path).toString());
        assertEquals(0, run.status(), run.output());
      }
    }
  }
}
