package org.vmn.tests.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher beside the jar, as it is installed: it makes its start-up cache and never trusts a
 * stale one.
 */
@Tag("slow")
class LauncherTest {

  @TempDir private Path folder;
  private Path dist;

  @BeforeEach
  void install() throws IOException {
    Product.needsPackage();
    dist = Files.createDirectory(folder.resolve("dist"));
    for (String name : List.of("vmn", "vmn.jar", "training.vmn")) {
      Files.copy(Product.DIST.resolve(name), dist.resolve(name));
    }
  }

  @Test
  void makesItsCacheOnce() throws Exception {
    assertEquals(0, check().status());
    Path cache = cache();
    assertTrue(Files.size(cache) > 1_000_000, cache::toString);
    var made = Files.getLastModifiedTime(cache);

    check().assertClean();
    assertEquals(made, Files.getLastModifiedTime(cache));
  }

  @Test
  void runsWithoutACacheThatItCantUse() throws Exception {
    check();
    Files.writeString(cache(), "not a cache of this JVM");
    check().assertClean();
  }

  @Test
  void makesItsCacheAgainForAnotherJar() throws Exception {
    check();
    var made = Files.getLastModifiedTime(cache());
    Files.delete(dist.resolve("vmn.jar"));
    Thread.sleep(1100);
    Files.copy(Product.DIST.resolve("vmn.jar"), dist.resolve("vmn.jar"));
    check();
    assertTrue(Files.getLastModifiedTime(cache()).compareTo(made) > 0);
  }

  @Test
  void runsThroughALinkFromAnyFolder() throws Exception {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Files.createSymbolicLink(bin.resolve("vmn"), Path.of("../dist/vmn"));
    Files.copy(dist.resolve("training.vmn"), folder.resolve("own.vmn"));
    var run = Product.launcher(bin, folder, "check", "own.vmn");
    assertEquals(0, run.status(), run::toString);
    assertEquals("", run.out());
  }

  private Product.Run check() throws Exception {
    return Product.launcher(dist, folder, "check", dist.resolve("training.vmn").toString());
  }

  private Path cache() throws IOException {
    try (Stream<Path> files = Files.list(dist)) {
      return files.filter(file -> file.toString().endsWith(".aot")).findFirst().orElseThrow();
    }
  }
}
