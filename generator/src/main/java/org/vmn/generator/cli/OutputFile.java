package org.vmn.generator.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.vmn.generator.compile.SourceException;

/** Writes a file as a whole or not at all. */
final class OutputFile {
  private OutputFile() {}

  /**
   * A file that is there keeps its permissions, and a link to it stays one. Devices and pipes, such
   * as {@code /dev/stdout}, are written to and never replaced.
   */
  static void write(Path file, String text) throws SourceException {
    write(file, (Content) out -> out.write(text));
  }

  /** What is written, which may be more than fits into memory. */
  interface Content {
    void to(Writer out) throws IOException;
  }

  /** The same of what is written bit by bit. */
  static void write(Path file, Content content) throws SourceException {
    Path draft = null;
    try {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        write(content, Files.newBufferedWriter(file, StandardOpenOption.WRITE));
        return;
      }
      Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
      if (Files.exists(target) && !Files.isWritable(target)) {
        throw new AccessDeniedException(target.toString());
      }
      draft = draft(target);
      write(content, Files.newBufferedWriter(draft));
      Files.move(
          draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      discard(draft);
      throw new SourceException("can't write `" + file + "`: " + reason(e));
    }
  }

  private static void write(Content content, Writer to) throws IOException {
    try (Writer out = to) {
      content.to(out);
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
      draft = draft(target);
      Files.writeString(draft, text, StandardCharsets.UTF_8);
      Files.move(draft, target);
    } finally {
      discard(draft);
    }
  }

  /** An empty file beside the target, with the permissions that the target has or would get. */
  private static Path draft(Path target) throws IOException {
    String name =
        ".vmn" + Long.toUnsignedString(ThreadLocalRandom.current().nextLong(), 36) + ".tmp";
    // Not a temporary file: those are their owner's alone, and any new file follows the umask.
    Path draft = Files.createFile(target.resolveSibling(name));
    PosixFileAttributeView own = Files.getFileAttributeView(draft, PosixFileAttributeView.class);
    if (own != null && Files.exists(target)) {
      own.setPermissions(Files.getPosixFilePermissions(target));
    }
    return draft;
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
