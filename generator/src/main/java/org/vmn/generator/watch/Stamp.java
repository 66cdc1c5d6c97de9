package org.vmn.generator.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * What tells one state of a file from another without reading it. A file that takes the place of
 * another, as many editors save, has another key.
 *
 * @param key the file's identity on its disk; null where disks have none
 */
record Stamp(FileTime modified, long size, @Nullable Object key) {
  /** Of what isn't there, or can't be looked at. */
  static final Stamp ABSENT = new Stamp(FileTime.fromMillis(0), -1, null);

  /** Unlike that of any file. */
  static final Stamp UNKNOWN = new Stamp(FileTime.fromMillis(0), -2, null);

  static Stamp of(Path file) {
    try {
      BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
      return new Stamp(found.lastModifiedTime(), found.size(), found.fileKey());
    } catch (IOException e) {
      return ABSENT;
    }
  }
}
