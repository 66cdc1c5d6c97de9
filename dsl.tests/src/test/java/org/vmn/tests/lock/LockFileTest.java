package org.vmn.tests.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vmn.generator.lock.Fact;
import org.vmn.generator.lock.Lock;
import org.vmn.generator.lock.LockException;
import org.vmn.generator.lock.LockFile;

/** Reading and writing the lock's file. */
class LockFileTest {
  private static final Lock LOCK =
      new Lock(
          List.of(
              new Fact("shop", Fact.Kind.ADDRESS, "web.front", "10.0.0.2-10.0.0.5,10.0.0.9"),
              new Fact("shop", Fact.Kind.ADDRESS, "web.front#2", "2001:db8::2"),
              new Fact("shop", Fact.Kind.MAC, "web.front", "52:54:00:00:00:01"),
              new Fact("shop", Fact.Kind.PORT, "web.front/kvm:2", "1007,1000-1003"),
              new Fact("shop", Fact.Kind.SUBNET, "front.net4", "10.0.0.0/24"),
              new Fact("shop", Fact.Kind.UNDERLAY, "kvm.eno1", "172.31.0.1-172.31.0.3"),
              new Fact("lab", Fact.Kind.VNI, "front", "4711")));

  @TempDir private Path folder;

  private Lock read(String text) throws IOException, LockException {
    Files.writeString(folder.resolve(LockFile.NAME), text);
    return LockFile.read(folder.resolve("shop.vmn"));
  }

  @Test
  void readsWhatItWrites() throws IOException, LockException {
    assertEquals(LOCK, read(LockFile.text(LOCK)));
    assertEquals(LockFile.text(LOCK), LockFile.text(read(LockFile.text(LOCK))));
  }

  @Test
  void isEmptyWhereThereIsNone() throws LockException {
    assertEquals(Lock.EMPTY, LockFile.read(folder.resolve("shop.vmn")));
  }

  /** A tool that merges takes lines of both sides, in any order, some twice. */
  @Test
  void readsMergedLines() throws IOException, LockException {
    List<String> lines = new ArrayList<>(LockFile.text(LOCK).lines().toList());
    lines.addAll(lines);
    Collections.reverse(lines);
    assertEquals(LOCK, read(String.join("\n", lines)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<<<<<<< HEAD",
        "shop address web.front",
        "shop address web.front 10.0.0.300",
        "shop address web.front 10.0.0.5-10.0.0.2",
        "shop mac web.front 52:54",
        "shop mac web.front 53:54:00:00:00:01",
        "shop vni front 16777216",
        "shop vni front 99999999999",
        "shop secret front 1",
        "shop subnet front 10.0.0.0/99",
        "../x vni front 1",
      })
  void refusesOtherLines(String line) {
    LockException e = assertThrows(LockException.class, () -> read("# comment\n" + line + "\n"));
    assertEquals(2, e.line());
    assertTrue(!e.help().isEmpty());
  }

  @Property(tries = 500, seed = "1")
  void neverFailsOtherwise(@ForAll String text) throws IOException {
    Path file = Files.createTempDirectory("lock").resolve(LockFile.NAME);
    try {
      Files.writeString(file, text.replaceAll("\\p{Cs}", ""));
      LockFile.read(file.resolveSibling("n.vmn"));
    } catch (LockException e) {
      assertTrue(e.line() >= 0);
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(file.getParent());
    }
  }
}
