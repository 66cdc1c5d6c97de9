package org.vmn.tests.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vmn.tests.lab.Shell;

/** A real server on blocks that promtool made from a file of metrics. */
final class Prometheus implements AutoCloseable {
  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;
  private final int port;

  private Prometheus(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static Prometheus of(Path metrics, Path folder) throws IOException, InterruptedException {
    Path blocks = folder.resolve("blocks");
    Shell.run(
            java.util.Map.of(),
            List.of(
                "promtool",
                "tsdb",
                "create-blocks-from",
                "openmetrics",
                metrics.toString(),
                blocks.toString()))
        .ok();
    Path settings = Files.writeString(folder.resolve("prometheus.yml"), "global: {}\n");
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Path log = folder.resolve("prometheus.log");
    Process process =
        new ProcessBuilder(
                "prometheus",
                "--config.file=" + settings,
                "--storage.tsdb.path=" + blocks,
                "--storage.tsdb.retention.time=100y",
                "--web.listen-address=127.0.0.1:" + port)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    for (int attempt = 0; attempt < 300; attempt++) {
      if (Files.readString(log).contains("ready to receive web requests")) {
        return new Prometheus(process, port);
      }
      Thread.sleep(100);
    }
    process.destroy();
    throw new IOException(Files.readString(log));
  }

  /** The values of an instant query, one for each series. */
  List<Double> ask(String query, String instant) throws IOException, InterruptedException {
    String url =
        "http://127.0.0.1:%d/api/v1/query?time=%s&query=%s"
            .formatted(port, instant, URLEncoder.encode(query, StandardCharsets.UTF_8));
    String body =
        http.send(
                HttpRequest.newBuilder(URI.create(url)).build(),
                HttpResponse.BodyHandlers.ofString())
            .body();
    JsonObject answer = JsonParser.parseString(body).getAsJsonObject();
    if (!answer.get("status").getAsString().equals("success")) {
      throw new IOException(body);
    }
    JsonArray series = answer.getAsJsonObject("data").getAsJsonArray("result");
    return series.asList().stream()
        .map(s -> s.getAsJsonObject().getAsJsonArray("value").get(1).getAsDouble())
        .toList();
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }
}
