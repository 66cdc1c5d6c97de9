package org.vmn.generator.compile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;

/**
 * A file to compile.
 *
 * @param path what it is called; its imports are looked for beside it
 * @param variables values for variables of the file, instead of those that it gives them
 */
public record Source(Path path, byte[] bytes, Map<String, String> variables) {
  public Source(Path path, byte[] bytes) {
    this(path, bytes, Map.of());
  }

  public Source with(Map<String, String> values) {
    return new Source(path, bytes, values);
  }

  /** Past this a file is refused: ten times the largest network that VMN is measured with. */
  public static final int MOST_BYTES = 64 << 20;

  public static Source read(Path path) throws SourceException {
    if (Files.isDirectory(path)) {
      throw new SourceException("`" + path + "` is a folder; name a .vmn file in it");
    }
    try (InputStream in = Files.newInputStream(path)) {
      return read(path, in);
    } catch (NoSuchFileException e) {
      throw new SourceException("there is no file `" + path + "`");
    } catch (IOException e) {
      throw new SourceException("can't read `" + path + "`: " + e.getMessage());
    }
  }

  /** Reads all of a stream, such as standard input. */
  public static Source read(Path path, InputStream in) throws SourceException, IOException {
    byte[] bytes = in.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new SourceException("`" + path + "` is larger than " + (MOST_BYTES >> 20) + " MiB");
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
    } catch (CharacterCodingException e) {
      throw new SourceException("`" + path + "` is not UTF-8 text");
    }
    return new Source(path, bytes);
  }
}
