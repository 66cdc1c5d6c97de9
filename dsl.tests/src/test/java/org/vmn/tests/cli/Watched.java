package org.vmn.tests.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.vmn.generator.cli.Main;

/** A command that runs until it is ended, and whose output is read round by round. */
final class Watched implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 60;

  private final StringBuffer text = new StringBuffer();
  private final CompletableFuture<Integer> status = new CompletableFuture<>();
  private final Thread thread;
  private int read;

  Watched(Object... arguments) {
    String[] words = Stream.of(arguments).map(Object::toString).toArray(String[]::new);
    PrintWriter to = new PrintWriter(new Shared(), true);
    thread = Thread.ofPlatform().start(() -> status.complete(Main.run(to, to, words)));
  }

  /** What was written since the last time, up to the end of the line with this text. */
  String round(String last) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < end) {
      int at = text.indexOf(last, read);
      int line = at < 0 ? -1 : text.indexOf("\n", at + last.length() - 1);
      if (line >= 0) {
        String found = text.substring(read, line + 1);
        read = line + 1;
        return found;
      }
      Thread.sleep(5);
    }
    throw new AssertionError("no `" + last + "` in\n" + text.substring(read));
  }

  /** Ends it as its terminal would; its exit status. */
  int end() throws Exception {
    thread.interrupt();
    return status.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private final class Shared extends Writer {
    @Override
    public void write(char[] from, int offset, int length) {
      text.append(from, offset, length);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
