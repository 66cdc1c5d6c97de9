package org.vmn.tests.lab;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Something with an address that can be told to talk to others: a {@link Guest}, or its cheap
 * stand-in, a {@link Station}.
 */
public interface Endpoint {
  /** An address and a TCP port. */
  record Target(String ip, int port) implements Comparable<Target> {
    @Override
    public int compareTo(Target other) {
      return toString().compareTo(other.toString());
    }
  }

  /**
   * Runs shell text there, where only busybox is sure to exist; standard error is part of the
   * output.
   */
  Result exec(String script);

  /** Whether {@code ip} answers an echo request within a second or two. */
  default boolean ping(String ip) {
    return exec("busybox ping -c 2 -i 0.3 -W 1 -w 3 -A " + ip).exit() == 0;
  }

  /**
   * Whether an echo request of {@code mtu} bytes, IPv4 header included, reaches {@code ip} and
   * comes back.
   */
  default boolean pingWithSize(String ip, int mtu) {
    return exec("busybox ping -c 2 -i 0.3 -W 1 -w 3 -A -s " + (mtu - 28) + " " + ip).exit() == 0;
  }

  /** Whether a TCP connection completes, both ways. */
  default boolean connect(String ip, int port) {
    return banner(ip, port).isPresent();
  }

  /**
   * What the listener at {@code ip} and {@code port} says to who connects: its name. Empty when no
   * connection completes.
   */
  default Optional<String> banner(String ip, int port) {
    String said =
        exec("busybox timeout 3 busybox nc -w 2 " + ip + " " + port + " </dev/null 2>/dev/null")
            .text();
    return said.isEmpty() ? Optional.empty() : Optional.of(said);
  }

  /** Tries all {@code targets} at once, and returns those to which a connection completes. */
  default Set<Target> connectAll(Collection<Target> targets) {
    StringBuilder script = new StringBuilder();
    for (Target target : targets) {
      script.append(
          "(busybox timeout 3 busybox nc -w 2 %1$s %2$d </dev/null 2>/dev/null | busybox grep -q . && echo '%1$s %2$d') &\n"
              .formatted(target.ip(), target.port()));
    }
    Set<Target> reached = new TreeSet<>();
    exec(script + "wait")
        .text()
        .lines()
        .map(line -> line.split(" "))
        .forEach(part -> reached.add(new Target(part[0], Integer.parseInt(part[1]))));
    return reached;
  }

  /** Starts a TCP listener that says this endpoint's name to who connects. */
  void listen(int port);
}
