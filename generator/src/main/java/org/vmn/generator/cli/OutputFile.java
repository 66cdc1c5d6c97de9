package org.vmn.generator.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import org.jspecify.annotations.Nullable;
import org.vmn.generator.compile.SourceException;

/** Writes a file as a whole or not at all. */
final class OutputFile {
  private OutputFile() {}

  /** A file that is there keeps its permissions, and a link to it stays one. */
  static void write(Path file, String text) throws SourceException {
    Path draft = null;
    try {
      Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
      if (Files.exists(target) && !Files.isWritable(target)) {
        throw new AccessDeniedException(target.toString());
      }
      Path folder = target.getParent();
      draft = Files.createTempFile(folder == null ? Path.of(".") : folder, ".vmn", ".tmp");
      Files.writeString(draft, text, StandardCharsets.UTF_8);
      permit(target, draft);
      Files.move(
          draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      discard(draft);
      throw new SourceException("can't write `" + file + "`: " + reason(e));
    }
  }

  /**
   * Writes a file that isn't there yet.
   *
   * @throws FileAlreadyExistsException when it is; then it stays as it was
   */
  static void create(Path file, String text) throws IOException {
    Path draft = null;
    try {
      Path target = file.toAbsolutePath();
      if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
        throw new FileAlreadyExistsException(file.toString());
      }
      draft = Files.createTempFile(target.getParent(), ".vmn", ".tmp");
      Files.writeString(draft, text, StandardCharsets.UTF_8);
      permit(target, draft);
      Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      discard(draft);
    }
  }

  private static void permit(Path target, Path draft) throws IOException {
    PosixFileAttributeView own = Files.getFileAttributeView(draft, PosixFileAttributeView.class);
    if (own != null) {
      if (Files.exists(target)) {
        own.setPermissions(Files.getPosixFilePermissions(target));
      } else {
        // As any new file: the umask of a fresh one, which a draft does not have.
        Path fresh = Files.createFile(target);
        own.setPermissions(Files.getPosixFilePermissions(fresh));
      }
    }
  }

  private static void discard(@Nullable Path draft) {
    if (draft != null) {
      try {
        Files.deleteIfExists(draft);
      } catch (IOException e) {
        // What went wrong before it matters more.
        return;
      }
    }
  }

  /** Why a file or folder could not be written, in words. */
  static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "there is no such folder";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    return reason == null ? e.toString() : reason;
  }
}
