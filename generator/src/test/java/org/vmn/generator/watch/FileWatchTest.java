package org.vmn.generator.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FileWatchTest {
  @TempDir private Path folder;
  private Path file;
  private final FileWatch watch = new FileWatch();

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(folder.resolve("a.vmn"), "one");
  }

  @AfterEach
  void close() {
    watch.close();
  }

  private void follow(Path... files) {
    watch.follow(Set.of(files), Instant.MAX);
  }

  @Test
  void whatIsWrittenInPlaceHasChanged() throws Exception {
    follow(file);
    assertFalse(watch.isChanged());
    Files.writeString(file, "another");
    assertTrue(watch.isChanged());
    assertEquals(Set.of(file), watch.await());
    assertFalse(watch.isChanged());
  }

  /** As editors save: the new text under another name, which then takes the file's. */
  @Test
  void whatTakesItsPlaceIsSeenAgainAndAgain() throws Exception {
    follow(file);
    for (String text : new String[] {"two", "six", "ten"}) {
      Path other = Files.writeString(folder.resolve(".a.vmn.swp"), text);
      Files.setLastModifiedTime(other, Files.getLastModifiedTime(file));
      Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
      assertEquals(Set.of(file), watch.await(), text);
    }
  }

  @Test
  void filesComeAndGoWithTheirFolders() throws Exception {
    Path later = folder.resolve("lab/deep/b.vmn");
    follow(file, later);
    Files.createDirectories(later.getParent());
    assertFalse(watch.isChanged());
    Files.writeString(later, "now");
    assertEquals(Set.of(later), watch.await());
    Files.delete(later);
    Files.delete(later.getParent());
    assertEquals(Set.of(later), watch.await());
  }

  @Test
  void severalStepsAreOneChange() throws Exception {
    Path other = folder.resolve("b.vmn");
    follow(file, other);
    Files.delete(file);
    try (var executor = Executors.newSingleThreadExecutor()) {
      Future<Set<Path>> changed = executor.submit(watch::await);
      Files.writeString(other, "b");
      Files.writeString(file, "again");
      assertTrue(Set.of(file, other).containsAll(changed.get(30, TimeUnit.SECONDS)));
    }
    // Unless this thread was away for long, nothing is left to be seen; it never is lost.
    if (watch.isChanged()) {
      watch.await();
    }
    assertFalse(watch.isChanged());
  }

  @Test
  void othersInTheFolderAreNobodysAffair() throws Exception {
    follow(file);
    Files.writeString(folder.resolve("notes.txt"), "x");
    try (var executor = Executors.newSingleThreadExecutor()) {
      Future<Set<Path>> changed = executor.submit(watch::await);
      Files.writeString(folder.resolve("notes.txt"), "xy");
      Files.writeString(file, "longer");
      assertEquals(Set.of(file), changed.get(30, TimeUnit.SECONDS));
    }
  }

  /** Whoever read a new file can't know which of its texts that was. */
  @Test
  void whatIsNewAndWasWrittenWhileItWasReadCountsAsChanged() throws Exception {
    follow(file);
    Instant begin = Files.getLastModifiedTime(file).toInstant().minusMillis(1);
    Path fresh = Files.writeString(folder.resolve("b.vmn"), "b");
    watch.follow(Set.of(file, fresh), begin);
    assertEquals(Set.of(fresh), watch.await());
    assertFalse(watch.isChanged());
  }

  @Test
  void closingWakesWhoWaits() throws Exception {
    follow(file);
    try (var executor = Executors.newSingleThreadExecutor()) {
      Future<Set<Path>> changed = executor.submit(watch::await);
      watch.close();
      assertEquals(Set.of(), changed.get(30, TimeUnit.SECONDS));
    }
  }
}
