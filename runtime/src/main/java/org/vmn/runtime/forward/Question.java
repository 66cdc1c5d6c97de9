package org.vmn.runtime.forward;

import java.util.ArrayList;
import java.util.List;

/**
 * A connection that somebody asks about: {@code web[1] -> db[1] tcp/5432}, or a packet as walks
 * show it. Each end is a replica, an external, a balancer or an address; behind them stands a
 * protocol, with its port before or after it, or a program of the machine that is asked.
 */
public record Question(Place start, Packet packet) {

  /** Throws {@link IllegalArgumentException} that says what is wrong with the question. */
  public static Question parse(Forwarding forwarding, String text) {
    return of(new NamedEnds(forwarding), Asked.parse(text));
  }

  private static Question of(NamedEnds ends, Asked asked) {
    AskedTraffic what =
        AskedTraffic.of(asked.what(), ends.balancer(asked.to()), ends.machine(asked.to()));
    Question question = ends.connect(asked.from(), asked.to(), what.protocol(), what.port());
    Packet packet = question.packet();
    return asked.sourcePort() == 0
        ? question
        : new Question(question.start(), packet.fromPort(packet.source(), asked.sourcePort()));
  }

  /**
   * The same, of which an end without a number stands for all replicas of a machine, but for
   * connections to itself.
   *
   * @param most of them, the first
   */
  public static List<Question> each(Forwarding forwarding, String text, int most) {
    Asked asked = Asked.parse(text);
    List<Question> all = new ArrayList<>();
    NamedEnds ends = new NamedEnds(forwarding);
    for (String from : ends.replicas(asked.from(), most)) {
      for (String to : ends.replicas(asked.to(), most)) {
        if (!from.equals(to) && all.size() < most) {
          all.add(of(ends, asked.between(from, to)));
        }
      }
    }
    return all.isEmpty() ? List.of(of(ends, asked)) : all;
  }
}
