package org.vmn.generator.emit;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads manifests. */
public final class ManifestReader {
  private ManifestReader() {}

  /**
   * The manifest of an output folder; empty when there is none, or one that VMN of this version
   * didn't write.
   */
  public static Optional<Manifest> read(Path folder) throws IOException {
    Path file = folder.resolve(Manifest.FILE);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try (JsonReader json = new JsonReader(Files.newBufferedReader(file))) {
      json.setStrictness(Strictness.STRICT);
      return read(json);
    } catch (MalformedJsonException
        | EOFException
        | CharacterCodingException
        | IllegalStateException
        | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Manifest> read(JsonReader json) throws IOException {
    String format = "";
    int version = 0;
    String tool = "";
    String network = "";
    List<Manifest.Source> sources = new ArrayList<>();
    List<Manifest.Entry> files = new ArrayList<>();
    json.beginObject();
    while (json.hasNext()) {
      switch (json.nextName()) {
        case "format" -> format = json.nextString();
        case "version" -> version = json.nextInt();
        case "tool" -> tool = json.nextString();
        case "network" -> network = json.nextString();
        case "sources" -> {
          json.beginArray();
          while (json.hasNext()) {
            Manifest.Entry entry = entry(json);
            sources.add(new Manifest.Source(entry.path(), entry.sha256()));
          }
          json.endArray();
        }
        case "files" -> {
          json.beginArray();
          while (json.hasNext()) {
            files.add(entry(json));
          }
          json.endArray();
        }
        default -> json.skipValue();
      }
    }
    json.endObject();
    return format.equals(Manifest.FORMAT) && version == Manifest.VERSION
        ? Optional.of(new Manifest(new Manifest.Head(tool, network, sources), files))
        : Optional.empty();
  }

  private static Manifest.Entry entry(JsonReader json) throws IOException {
    String path = "";
    long size = 0;
    String sha256 = "";
    boolean executable = false;
    json.beginObject();
    while (json.hasNext()) {
      switch (json.nextName()) {
        case "path" -> path = json.nextString();
        case "size" -> size = json.nextLong();
        case "sha256" -> sha256 = json.nextString();
        case "executable" -> executable = json.nextBoolean();
        default -> json.skipValue();
      }
    }
    json.endObject();
    return new Manifest.Entry(path, size, sha256, executable);
  }
}
