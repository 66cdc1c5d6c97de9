package org.vmn.runtime.simulate;

import java.util.List;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Program;
import org.vmn.runtime.network.Traffic;

/** What serves on a machine. */
final class Programs {
  private Programs() {}

  static Program named(Machine machine, String name) {
    return machine.programs().stream()
        .filter(program -> program.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(machine.name() + " runs no `" + name + "`"));
  }

  /** The program that listens on a port, or one of which nothing is known. */
  static Program listening(Machine machine, Traffic.Protocol protocol, int port) {
    return machine.programs().stream()
        .filter(program -> program.ports().matches().stream().anyMatch(m -> is(m, protocol, port)))
        .findFirst()
        .orElseGet(() -> {
          Traffic.Match only = new Traffic.Match(protocol, port, port);
          String text = port + "/" + protocol.name().toLowerCase(java.util.Locale.ROOT);
          return Program.listening(text, new Traffic(text, List.of(only)), Origin.NONE);
        });
  }

  private static boolean is(Traffic.Match match, Traffic.Protocol protocol, int port) {
    return (match.protocol() == protocol || match.protocol() == Traffic.Protocol.ANY)
        && match.firstPort() <= port
        && port <= match.lastPort();
  }
}
