package org.vmn.generator.emit;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Writes the output folder, as a whole or not at all.
 *
 * <pre>{@code
 * try (OutputWriter output = OutputWriter.open(folder, head)) {
 *   emitter.emit(forwarding, layout, output);
 *   output.commit();
 * }
 * }</pre>
 *
 * <p>Files go to a {@link Staging} folder beside the output folder, one by one: none stays in
 * memory. {@link #commit} writes the manifest and puts the folder in place of the old one. Until
 * then, and when anything fails, the old one is as it was.
 *
 * <p>A folder that holds what VMN didn't write is never replaced: {@link Ownership}.
 */
public final class OutputWriter implements Consumer<Artifact>, AutoCloseable {
  private final Path folder;
  private final Staging staging;
  private final ManifestWriter manifest;

  private OutputWriter(Path folder, Staging staging, ManifestWriter manifest) {
    this.folder = folder;
    this.staging = staging;
    this.manifest = manifest;
  }

  /**
   * Starts to write a folder, which need not exist. Throws {@link OutputException} when it can't be
   * written or must not be replaced.
   */
  public static OutputWriter open(Path folder, Manifest.Head head) {
    Path target = folder.toAbsolutePath().normalize();
    if (target.getFileName() == null) {
      throw new OutputException("`" + target + "` can't be an output folder", null);
    }
    try {
      Staging.recover(target);
      Ownership.check(target);
      Staging staging = Staging.open(target);
      try {
        return new OutputWriter(target, staging, new ManifestWriter(staging.manifest(), head));
      } catch (IOException | RuntimeException e) {
        staging.close();
        throw e;
      }
    } catch (IOException e) {
      throw failure(target, e);
    }
  }

  /** Writes one file. */
  @Override
  public void accept(Artifact file) {
    try {
      staging.write(file);
      manifest.add(Manifest.Entry.of(file));
    } catch (IOException e) {
      throw failure(folder, e);
    }
  }

  /** Puts what was written in the place of the folder. */
  public void commit() {
    try {
      manifest.finish();
      Ownership.check(folder); // again: emission took its time
      staging.swap();
    } catch (IOException e) {
      throw failure(folder, e);
    }
  }

  /** Removes what is left: all of it when there was no {@link #commit}. */
  @Override
  public void close() {
    manifest.close();
    staging.close();
  }

  private static OutputException failure(Path folder, IOException e) {
    String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    String what = reason == null ? e.getClass().getSimpleName() : reason;
    String where = e instanceof FileSystemException f && f.getFile() != null ? f.getFile() : "";
    return new OutputException(
        "can't write the output folder `%s`: %s%s"
            .formatted(folder, what, where.isEmpty() ? "" : " (" + where + ")"),
        e);
  }
}
