package org.vmn.generator.emit;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A folder beside the output folder, on the same file system, where the new output grows:
 *
 * <pre>
 * .out.vmn-123/lock           held while its writer lives
 * .out.vmn-123/manifest.json  until all else is there
 * .out.vmn-123/new/           what the output folder will be
 * .out.vmn-123/old/           what it was, for the moment between two renames
 * </pre>
 */
final class Staging implements AutoCloseable {
  private final Path target;
  private final Path home;
  private final FileChannel lock;
  private final Path fresh;
  private @Nullable Path parent;

  private Staging(Path target, Path home, FileChannel lock) {
    this.target = target;
    this.home = home;
    this.lock = lock;
    fresh = home.resolve("new");
  }

  static Staging open(Path target) throws IOException {
    Files.createDirectories(folderOf(target));
    Path home = Files.createTempDirectory(folderOf(target), prefix(target));
    FileChannel lock = null;
    try {
      lock = lock(home);
      if (lock == null) {
        throw new FileSystemException(home.toString(), null, "another run is writing it");
      }
      Staging staging = new Staging(target, home, lock);
      Files.createDirectory(staging.fresh);
      return staging;
    } catch (IOException | RuntimeException e) {
      if (lock != null) {
        lock.close();
      }
      Trees.delete(home);
      throw e;
    }
  }

  /**
   * Removes what runs that were killed left behind, and puts back the old output when one was
   * killed between the two renames.
   */
  static void recover(Path target) throws IOException {
    Path folder = folderOf(target);
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> all =
        Files.newDirectoryStream(folder, path -> isStaging(path, target))) {
      for (Path home : all) {
        try (FileChannel lock = lock(home)) {
          if (lock != null) {
            restore(home, target);
            Trees.delete(home);
          }
        }
      }
    }
  }

  private static boolean isStaging(Path path, Path target) {
    String name = path.getFileName().toString();
    return name.startsWith(prefix(target))
        && name.substring(prefix(target).length()).matches("[0-9]+")
        && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static void restore(Path home, Path target) throws IOException {
    Path old = home.resolve("old");
    if (Files.isDirectory(old, LinkOption.NOFOLLOW_LINKS)
        && !Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /** The lock, or null when a living run holds it. */
  private static @Nullable FileChannel lock(Path home) throws IOException {
    FileChannel channel =
        FileChannel.open(
            home.resolve("lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            LinkOption.NOFOLLOW_LINKS);
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      // Held by this very process.
    }
    channel.close();
    return null;
  }

  Path manifest() {
    return home.resolve(Manifest.FILE);
  }

  void write(Artifact file) throws IOException {
    Path path = fresh.resolve(file.path());
    Path folder = Objects.requireNonNull(path.getParent());
    if (!folder.equals(parent)) {
      Files.createDirectories(folder);
      parent = folder;
    }
    Files.write(path, file.content(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    if (file.executable()) {
      makeExecutable(path);
    }
  }

  /** By everyone who may read it. */
  private static void makeExecutable(Path path) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
    if (view == null) {
      return;
    }
    Set<PosixFilePermission> permissions = new HashSet<>(view.readAttributes().permissions());
    permissions.add(PosixFilePermission.OWNER_EXECUTE);
    if (permissions.contains(PosixFilePermission.GROUP_READ)) {
      permissions.add(PosixFilePermission.GROUP_EXECUTE);
    }
    if (permissions.contains(PosixFilePermission.OTHERS_READ)) {
      permissions.add(PosixFilePermission.OTHERS_EXECUTE);
    }
    view.setPermissions(permissions);
  }

  /**
   * Puts the new output in place. Java can't exchange two folders in one step: between the two
   * renames there is none, and {@link #recover} mends what a kill in that moment leaves.
   */
  void swap() throws IOException {
    Files.move(manifest(), fresh.resolve(Manifest.FILE));
    Path old = home.resolve("old");
    boolean replaces = Files.exists(target, LinkOption.NOFOLLOW_LINKS);
    if (replaces) {
      move(target, old);
    }
    try {
      move(fresh, target);
    } catch (IOException | RuntimeException e) {
      if (replaces) {
        restore(home, target);
      }
      throw e;
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      throw new FileSystemException(
          from.toString(),
          to.toString(),
          "is on another file system than the folder that holds it");
    }
  }

  /** Removes the staging folder; a rest that can't be removed is left to the next run. */
  @Override
  public void close() {
    try {
      Trees.delete(home);
      lock.close();
    } catch (IOException e) {
      // The output itself is whole: see recover.
    }
  }

  private static Path folderOf(Path target) {
    return Objects.requireNonNull(target.getParent(), "checked by Ownership");
  }

  private static String prefix(Path target) {
    return "." + target.getFileName() + ".vmn-";
  }
}
