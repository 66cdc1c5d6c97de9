package org.vmn.runtime.config;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vmn.runtime.network.Network;

/** Reads and writes the simulator configuration. */
public final class NetworkConfig {
  /** The version of the format that this class reads and writes. */
  public static final String SCHEMA = "https://vmn.org/schema/network/1";

  private NetworkConfig() {}

  /** Writes a network: the same one gives the same characters. Leaves the writer open. */
  public static void write(Network network, Writer to) throws IOException {
    JsonWriter out = new JsonWriter(to);
    out.setStrictness(Strictness.STRICT);
    out.setFormattingStyle(Layout.PRETTY);
    new Document(new Adapters().members(Network.class)).write(out, network);
    out.flush();
    to.write('\n');
    to.flush();
  }

  /** Writes a file in UTF-8. */
  public static void write(Network network, Path file) throws IOException {
    try (Writer to = Files.newBufferedWriter(file)) {
      write(network, to);
    }
  }

  /**
   * Reads a network in which every reference resolves and every replica has its addresses and its
   * host.
   *
   * @throws ConfigException when the text isn't such a network
   * @throws IOException when the reader fails
   */
  public static Network read(Reader from) throws IOException {
    JsonReader in = new JsonReader(new BoundedReader(from, Limits.CHARACTERS));
    in.setStrictness(Strictness.STRICT);
    in.setNestingLimit(Limits.NESTING);
    Network network;
    try {
      network = new Document(new Adapters().members(Network.class)).read(in);
      if (in.peek() != JsonToken.END_DOCUMENT) {
        throw new ConfigException("$", "text after the end of the configuration");
      }
    } catch (EOFException e) {
      throw new ConfigException("$", "the text ends too early");
    } catch (MalformedJsonException e) {
      throw new ConfigException("$", "not JSON: " + firstLine(e));
    }
    List<Problem> problems = Verifier.problems(network);
    if (!problems.isEmpty()) {
      Problem first = problems.get(0);
      String more = problems.size() == 1 ? "" : " (and " + (problems.size() - 1) + " more)";
      throw new ConfigException(first.path(), first.text() + more);
    }
    return network;
  }

  /** Reads a file in UTF-8. */
  public static Network read(Path file) throws IOException {
    try (Reader from = Files.newBufferedReader(file)) {
      return read(from);
    } catch (CharacterCodingException e) {
      throw new ConfigException("$", "the file isn't in UTF-8");
    }
  }

  /** Gson adds a line with a link to its own troubleshooting page. */
  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
