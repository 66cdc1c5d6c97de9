package org.vmn.tests.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A kernel and an initial RAM disk that make a guest in three seconds of emulation: Debian's cloud
 * kernel, busybox, and our {@code guest-init.sh}. Built once and kept in the user's cache.
 *
 * @param kernel the kernel's file
 * @param initrd the RAM disk's file
 */
public record GuestImage(Path kernel, Path initrd) {
  private static final Duration BUILD_LIMIT = Duration.ofMinutes(3);

  /** The image, built if the cache has none that was made by the same scripts. */
  public static synchronized GuestImage get() {
    String build = Shell.script("guest-image.sh");
    String init = Shell.script("guest-init.sh");
    String dhcp = Shell.script("guest-dhcp.sh");
    Path folder = cache().resolve("guest-" + digest(build + init + dhcp));
    if (!Files.isDirectory(folder)) {
      Path fresh = Dirs.create("image");
      try {
        Shell.run(
                Map.of(),
                List.of("bash", "-c", build, "guest-image.sh", fresh.toString(), init, dhcp),
                BUILD_LIMIT)
            .ok();
        publish(fresh, folder);
      } finally {
        Dirs.delete(fresh);
      }
    }
    return new GuestImage(folder.resolve("kernel"), folder.resolve("initrd"));
  }

  /** Where builds are kept between runs: {@code VMN_LAB_CACHE}, or a folder in the user's cache. */
  static Path cache() {
    String chosen = System.getenv("VMN_LAB_CACHE");
    return chosen != null
        ? Path.of(chosen)
        : Path.of(System.getProperty("user.home"), ".cache", "vmn-lab");
  }

  /** Moves a finished build to its place at once, so that no other run sees half of it. */
  private static void publish(Path fresh, Path folder) {
    try {
      Files.createDirectories(folder.getParent());
      Path beside = Files.createTempDirectory(folder.getParent(), "new");
      for (String file : List.of("kernel", "initrd")) {
        Files.copy(fresh.resolve(file), beside.resolve(file));
      }
      try {
        Files.move(beside, folder, StandardCopyOption.ATOMIC_MOVE);
      } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
        Dirs.delete(beside); // another run was faster, with the same content
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
