package org.vmn.generator.emit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One file of the output.
 *
 * @param path relative to the output folder, with {@code /}; letters, digits, {@code - _ .} in each
 *     part, never {@code ..}
 * @param executable whether it is a script to run
 */
public record Artifact(String path, byte[] content, boolean executable) {
  public Artifact {
    if (!path.matches("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*")) {
      throw new IllegalArgumentException("`" + path + "` is not a path of the output");
    }
  }

  public static Artifact text(String path, String content) {
    return new Artifact(path, content.getBytes(StandardCharsets.UTF_8), false);
  }

  public static Artifact script(String path, String content) {
    return new Artifact(path, content.getBytes(StandardCharsets.UTF_8), true);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Artifact a
        && path.equals(a.path)
        && executable == a.executable
        && Arrays.equals(content, a.content);
  }

  @Override
  public int hashCode() {
    return path.hashCode();
  }
}
