package org.vmn.generator.lock;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** The file {@code vmn.lock} beside a source. */
public final class LockFile {
  public static final String NAME = "vmn.lock";

  /** A hundred thousand declarations with a few facts each. */
  private static final int MOST_BYTES = 32 << 20;

  private LockFile() {}

  /** Where the lock of a source is. */
  public static Path beside(Path source) {
    return source.toAbsolutePath().normalize().resolveSibling(NAME);
  }

  /**
   * Reads the lock of a source; an empty one where there is none.
   *
   * @throws LockException when it is there and can't be understood
   */
  public static Lock read(Path source) throws LockException {
    Path file = beside(source);
    if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
      return Lock.EMPTY;
    }
    if (!Files.isRegularFile(file)) {
      throw new LockException(0, "`vmn.lock` is not a file", "remove it");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new LockException(
            0, "`vmn.lock` is larger than " + (MOST_BYTES >> 20) + " MiB", "remove it");
      }
      return LockText.parse(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new LockException(
          0, "`vmn.lock` can't be read: " + e.getMessage(), "mend that, or remove it");
    }
  }

  /** What is in the lock of a source, to show it; empty where it can't be read. */
  public static String shown(Path source) {
    try (InputStream in = Files.newInputStream(beside(source))) {
      return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  /** The line of a fact. */
  public static String line(Fact fact) {
    return LockText.line(fact);
  }

  /** What is written to the file. */
  public static String text(Lock lock) {
    return LockText.of(lock);
  }
}
