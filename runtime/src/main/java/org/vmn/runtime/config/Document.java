package org.vmn.runtime.config;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Network;

/** The outermost object: the version of the format, then the members of the network. */
final class Document {
  private static final String VERSION = "schema";

  /** What editors look for to find a schema; says nothing to us. */
  private static final String EDITOR_SCHEMA = "$schema";

  private final RecordAdapter<Network> members;

  Document(RecordAdapter<Network> members) {
    this.members = members;
  }

  void write(JsonWriter out, Network network) throws IOException {
    out.beginObject();
    out.name(VERSION).value(NetworkConfig.SCHEMA);
    members.writeMembers(out, network);
    out.endObject();
  }

  Network read(JsonReader in) throws IOException {
    Json.expect(in, JsonToken.BEGIN_OBJECT, "an object");
    in.beginObject();
    boolean versioned = false;
    boolean pointed = false;
    @Nullable Object[] values = new @Nullable Object[members.components().size()];
    while (in.hasNext()) {
      String name = in.nextName();
      switch (name) {
        case VERSION -> {
          once(in, versioned);
          versioned = true;
          version(in);
        }
        case EDITOR_SCHEMA -> {
          once(in, pointed);
          pointed = true;
          Json.string(in, "a string");
        }
        default -> members.member(in, name, values);
      }
    }
    in.endObject();
    if (!versioned) {
      throw new ConfigException(
          "$", "the member `schema` is missing: expected \"" + NetworkConfig.SCHEMA + "\"");
    }
    return members.build("$", values);
  }

  private static void once(JsonReader in, boolean before) throws ConfigException {
    if (before) {
      throw new ConfigException(in.getPath(), "the member is given twice");
    }
  }

  private static void version(JsonReader in) throws IOException {
    String version = Json.string(in, "the version \"" + NetworkConfig.SCHEMA + "\"");
    if (!version.equals(NetworkConfig.SCHEMA)) {
      throw new ConfigException(
          in.getPreviousPath(),
          "this VMN reads " + NetworkConfig.SCHEMA + ", not `" + version + "`");
    }
  }
}
