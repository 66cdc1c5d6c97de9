package org.vmn.tests.lab;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonStreamParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The control socket of an Open vSwitch daemon: JSON-RPC, what {@code ovs-appctl} speaks. Forty
 * times faster than that program, because no process is started for a call.
 */
public final class UnixCtl implements AutoCloseable {
  /**
   * Calls under way at once. More gains nothing, and a daemon whose answers are not read blocks.
   */
  private static final int WINDOW = 50;

  private final SocketChannel channel;
  private final Writer writer;
  private final JsonStreamParser answers;
  private int nextId;

  /** Connects to the daemon that listens at {@code socket}. */
  public UnixCtl(Path socket) {
    try {
      channel = SocketChannel.open(StandardProtocolFamily.UNIX);
      channel.connect(UnixDomainSocketAddress.of(socket));
    } catch (IOException e) {
      throw new UncheckedIOException("can't connect to " + socket, e);
    }
    writer = Channels.newWriter(channel, StandardCharsets.UTF_8);
    answers = new JsonStreamParser(Channels.newReader(channel, StandardCharsets.UTF_8));
  }

  /**
   * Calls {@code method} and returns its text; an error of the daemon is an {@link AssertionError}.
   */
  public String call(String method, List<String> parameters) {
    send(method, parameters);
    return receive(method);
  }

  /**
   * Makes the call {@code method} once for each of {@code parameters}, several under way at a time;
   * answers in that order.
   */
  public synchronized List<String> callAll(String method, List<List<String>> parameters) {
    List<String> results = new ArrayList<>(parameters.size());
    for (int sent = 0; sent < parameters.size(); sent++) {
      if (sent - results.size() >= WINDOW) {
        results.add(receive(method));
      }
      send(method, parameters.get(sent));
    }
    while (results.size() < parameters.size()) {
      results.add(receive(method));
    }
    return results;
  }

  private synchronized void send(String method, List<String> parameters) {
    JsonArray params = new JsonArray();
    parameters.forEach(params::add);
    JsonObject request = new JsonObject();
    request.addProperty("method", method);
    request.add("params", params);
    request.addProperty("id", nextId++);
    try {
      writer.write(request.toString());
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized String receive(String method) {
    JsonObject answer = answers.next().getAsJsonObject();
    JsonElement error = answer.get("error");
    if (error != null && !error.isJsonNull()) {
      throw new AssertionError(method + ": " + error.getAsString());
    }
    return answer.get("result").getAsString();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
