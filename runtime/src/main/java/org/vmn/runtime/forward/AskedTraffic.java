package org.vmn.runtime.forward;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Program;
import org.vmn.runtime.network.Traffic;
import org.vmn.runtime.network.Traffic.Protocol;

/** What a question is on. */
record AskedTraffic(Protocol protocol, int port) {
  private static final Pattern PORT_BEHIND =
      Pattern.compile("(tcp|udp|icmp|other)(?:/(\\d{1,5}))?");
  private static final Pattern PORT_BEFORE = Pattern.compile("(\\d{1,5})(?:/(tcp|udp))?");

  /**
   * @param what empty for what a balancer takes, and else for a ping
   * @param balancer that is asked, or null
   * @param machine that is asked, or null
   */
  static AskedTraffic of(String what, @Nullable Balancer balancer, @Nullable Machine machine) {
    if (what.isEmpty()) {
      return balancer == null
          ? new AskedTraffic(Protocol.ICMP, 0)
          : new AskedTraffic(balancer.protocol(), balancer.port());
    }
    Matcher behind = PORT_BEHIND.matcher(what);
    if (behind.matches()) {
      return on(behind.group(1), behind.group(2));
    }
    Matcher before = PORT_BEFORE.matcher(what);
    if (before.matches()) {
      if (before.group(2) == null) {
        throw new IllegalArgumentException(
            "say the protocol of port %s, such as `tcp/%s`".formatted(what, what));
      }
      return on(before.group(2), before.group(1));
    }
    return program(what, machine);
  }

  private static AskedTraffic on(String word, @Nullable String digits) {
    Protocol protocol =
        word.equals("other") ? Protocol.ANY : Protocol.valueOf(word.toUpperCase(Locale.ROOT));
    int port = digits == null ? 0 : Integer.parseInt(digits);
    if (protocol.hasPorts() ? port < 1 || port > 65535 : digits != null) {
      throw new IllegalArgumentException(
          protocol.hasPorts()
              ? "say a port from 1 to 65535, such as `" + word + "/443`"
              : word + " has no ports");
    }
    return new AskedTraffic(protocol, port);
  }

  private static AskedTraffic program(String name, @Nullable Machine machine) {
    if (machine != null) {
      for (Program program : machine.programs()) {
        if (program.name().equals(name) || program.ports().text().equals(name)) {
          Traffic.Match first = program.ports().matches().get(0);
          return new AskedTraffic(first.protocol(), first.firstPort());
        }
      }
    }
    String runs =
        machine == null || machine.programs().isEmpty()
            ? ""
            : "; `%s` runs %s"
                .formatted(
                    machine.name(),
                    machine.programs().stream()
                        .map(p -> "`" + p.name() + "`")
                        .collect(Collectors.joining(", ")));
    throw new IllegalArgumentException(
        "`%s` is no protocol and port such as `tcp/443`, and no program of who is asked%s"
            .formatted(name, runs));
  }
}
