package org.vmn.tests.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A running guest, commanded over its serial console, as {@code guest-init.sh} answers it. */
public final class Guest implements Endpoint, AutoCloseable {
  private static final Duration BOOT_LIMIT = Duration.ofSeconds(150);
  private static final Duration KNOCK = Duration.ofMillis(300);

  private final String name;
  private final Console console;
  private int commands;

  private Guest(String name, Console console) {
    this.name = name;
    this.console = console;
  }

  /**
   * Connects to the serial console at the Unix socket {@code console}, and does not wait for the
   * guest to boot.
   */
  public static Guest attach(String name, Path console) {
    return new Guest(name, new Console(console));
  }

  /** Waits until the guest answers. */
  public Guest awaitBoot() {
    long end = System.nanoTime() + BOOT_LIMIT.toNanos();
    // What a guest said before somebody was connected is lost, so ask until it answers.
    while (System.nanoTime() < end) {
      int id = send("true");
      if (console.await(answer(id), KNOCK) != null) {
        return this;
      }
    }
    throw new AssertionError("`%s` did not boot:%n%s".formatted(name, console.text()));
  }

  @Override
  public Result exec(String script) {
    return exec(script, Shell.LIMIT);
  }

  /** Runs shell text in the guest; an error when it gives no answer within {@code limit}. */
  public Result exec(String script, Duration limit) {
    console.forget();
    int id = send(script);
    Matcher answer = console.await(answer(id), limit);
    if (answer == null) {
      // Not a result: who asks whether a connection completes would take the silence for one.
      throw new AssertionError(
          "`%s` gave no answer to `%s` within %s:%n%s"
              .formatted(name, script, limit, console.text()));
    }
    return new Result(script, Integer.parseInt(answer.group(2)), answer.group(1), "");
  }

  @Override
  public void listen(int port) {
    exec("nc -ll -p %d -e /bin/banner </dev/null >/dev/null 2>&1 &".formatted(port)).ok();
  }

  private int send(String script) {
    int id = ++commands;
    console.write(id + " " + Base64.getEncoder().encodeToString(script.getBytes(UTF_8)) + "\n");
    return id;
  }

  private static Pattern answer(int id) {
    return Pattern.compile("(?s)^(.*)\nvmn-end " + id + " (\\d+)\n");
  }

  @Override
  public void close() {
    console.close();
  }
}
