package org.vmn.tests.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs programs to their end, bounded in time. */
public final class Shell {
  /**
   * Long enough for a loaded machine, short enough that a hang fails the test and not the build.
   */
  static final Duration LIMIT = Duration.ofSeconds(60);

  private Shell() {}

  /** Runs {@code command} with the variables {@code env} added. */
  public static Result run(Map<String, String> env, List<String> command) {
    return run(env, command, LIMIT);
  }

  /**
   * Runs {@code command}; a program that is still running after {@code limit} is killed, with its
   * children.
   */
  public static Result run(Map<String, String> env, List<String> command, Duration limit) {
    Path out = null;
    Path err = null;
    try {
      // Files, not pipes: a daemon that inherits a pipe would keep us waiting for its end.
      out = Files.createTempFile("vmn", ".out");
      err = Files.createTempFile("vmn", ".err");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectInput(Path.of("/dev/null").toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      prepare(builder.environment(), env);
      Process process = builder.start();
      boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
      if (!ended) {
        Processes.killTree(process.toHandle());
        process.waitFor();
      }
      String errors = Files.readString(err, StandardCharsets.UTF_8);
      return new Result(
          String.join(" ", command),
          ended ? process.exitValue() : 124,
          Files.readString(out, StandardCharsets.UTF_8),
          ended ? errors : errors + "\nkilled after " + limit);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while running " + command, e);
    } finally {
      Dirs.deleteFile(out);
      Dirs.deleteFile(err);
    }
  }

  static void prepare(Map<String, String> environment, Map<String, String> extra) {
    environment.merge("PATH", "/usr/sbin:/sbin", (path, more) -> path + ":" + more);
    environment.put("LC_ALL", "C");
    environment.putAll(extra);
  }

  /** The text of our own script {@code name} from the resources. */
  static String script(String name) {
    try (var in = Shell.class.getResourceAsStream("/lab/" + name)) {
      if (in == null) {
        throw new IllegalArgumentException("no resource /lab/" + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
