package org.vmn.dsl.ide.server;

import com.google.gson.JsonPrimitive;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code vmn train}: what the launcher runs once, so that the start-up cache has what {@code vmn
 * check} needs, and what an editor's first minute does.
 */
@Command(name = "train", hidden = true, description = "Fills the start-up cache.")
final class TrainCommand implements Callable<Integer> {
  private static final int PATIENCE_SECONDS = 20;
  private static final int BUFFER = 1 << 16;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE")
  private Path file;

  /** The status of the check; 1 also when the server gave no answer. */
  @Override
  public Integer call() throws IOException, InterruptedException {
    int status = spec.parent().commandLine().execute("check", file.toString());
    String text = Files.readString(file);
    String uri = file.toAbsolutePath().toUri().toString();
    boolean isAnswered = true;
    ByteArrayOutputStream answers = new ByteArrayOutputStream();
    try (PipedOutputStream editor = new PipedOutputStream()) {
      PipedInputStream in = new PipedInputStream(editor, BUFFER);
      CompletableFuture<Integer> server =
          CompletableFuture.supplyAsync(() -> new ServerProcess().serve(in, answers));
      request(editor, 1, "initialize", "{\"capabilities\":{}}");
      isAnswered &= await(answers, "\"id\":1");
      notify(editor, "initialized", "{}");
      notify(
          editor,
          "textDocument/didOpen",
          "{\"textDocument\":{\"uri\":%s,\"languageId\":\"vmn\",\"version\":1,\"text\":%s}}"
              .formatted(json(uri), json(text)));
      isAnswered &= await(answers, "publishDiagnostics");
      // The first error of the next text is a refuted assertion: all of the analysis has run.
      notify(
          editor,
          "textDocument/didChange",
          "{\"textDocument\":{\"uri\":%s,\"version\":2},\"contentChanges\":[{\"text\":%s}]}"
              .formatted(json(uri), json(text + "assert db reaches web\n")));
      isAnswered &= await(answers, "is refuted");
      String place =
          "{\"textDocument\":{\"uri\":%s},\"position\":{\"line\":20,\"character\":6}}"
              .formatted(json(uri));
      request(editor, 2, "textDocument/completion", place);
      request(editor, 3, "textDocument/hover", place);
      request(editor, 4, "textDocument/documentSymbol", place);
      isAnswered &= await(answers, "\"id\":4");
      request(editor, 5, "shutdown", "null");
      notify(editor, "exit", "null");
      server.completeOnTimeout(0, PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }
    return isAnswered ? status : Math.max(1, status);
  }

  private static boolean await(ByteArrayOutputStream answers, String text)
      throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!answers.toString(StandardCharsets.UTF_8).contains(text) && System.nanoTime() < end) {
      Thread.sleep(10);
    }
    return System.nanoTime() < end;
  }

  private static void request(OutputStream editor, int id, String method, String params)
      throws IOException {
    send(
        editor,
        "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"%s\",\"params\":%s}"
            .formatted(id, method, params));
  }

  private static void notify(OutputStream editor, String method, String params) throws IOException {
    send(editor, "{\"jsonrpc\":\"2.0\",\"method\":\"%s\",\"params\":%s}".formatted(method, params));
  }

  private static void send(OutputStream editor, String message) throws IOException {
    byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
    String head = "Content-Length: " + bytes.length + "\r\n\r\n";
    editor.write(head.getBytes(StandardCharsets.US_ASCII));
    editor.write(bytes);
    editor.flush();
  }

  private static String json(String text) {
    return new JsonPrimitive(text).toString();
  }
}
