package org.vmn.generator.emit;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a manifest as files are emitted, so that no list of them is in memory. */
final class ManifestWriter implements Closeable {
  private final Writer out;
  private final JsonWriter json;

  ManifestWriter(Path file, Manifest.Head head) throws IOException {
    out = Files.newBufferedWriter(file);
    json = new JsonWriter(out);
    json.setFormattingStyle(FormattingStyle.PRETTY.withNewline("\n"));
    json.beginObject();
    json.name("format").value(Manifest.FORMAT);
    json.name("version").value(Manifest.VERSION);
    json.name("tool").value(head.tool());
    json.name("network").value(head.network());
    json.name("digest").value(head.digest());
    json.name("sources").beginArray();
    for (Manifest.Source source : head.sources()) {
      json.beginObject();
      json.name("path").value(source.path());
      json.name("sha256").value(source.sha256());
      json.endObject();
    }
    json.endArray();
    json.name("files").beginArray();
  }

  void add(Manifest.Entry entry) throws IOException {
    json.beginObject();
    json.name("path").value(entry.path());
    json.name("size").value(entry.size());
    json.name("sha256").value(entry.sha256());
    json.name("executable").value(entry.executable());
    json.endObject();
  }

  /** Writes the end. */
  void finish() throws IOException {
    json.endArray();
    json.endObject();
    out.write('\n');
    json.close();
  }

  /** Closes the file, finished or not. */
  @Override
  public void close() {
    try {
      json.close();
    } catch (IOException e) {
      // Unfinished: the file is about to be deleted.
    }
  }
}
