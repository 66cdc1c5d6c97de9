package org.vmn.tests.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.value.Ip;

/** What there is so far of a network that is made up, and the dice that decide what comes. */
final class Sketch {
  /** Of the 32 addresses of a subnet: the routers' follow the first, machines' follow those. */
  static final int FIRST_ROUTER = 1;

  static final int FIRST_MACHINE = 4;
  static final int FIRST_VIRTUAL = 11;
  static final int GATEWAY = 13;
  static final int FIRST_NEIGHBOUR = 14;
  static final int FIRST_FLOATING = 16;
  static final int DNAT = 19;

  final List<Segment> segments = new ArrayList<>();
  final List<External> externals = new ArrayList<>();
  final List<Router> routers = new ArrayList<>();
  final List<Machine> machines = new ArrayList<>();
  final List<Balancer> balancers = new ArrayList<>();
  private final Random random;
  private int line;

  Sketch(long seed) {
    random = new Random(seed);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /** True once in so many times. */
  boolean one(int in) {
    return random.nextInt(in) == 0;
  }

  <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** From none to one fewer than {@code most}. */
  void times(int most, IntConsumer each) {
    int count = random.nextInt(most);
    for (int i = 0; i < count; i++) {
      each.accept(i);
    }
  }

  /** A line of its own for each element. */
  Origin here() {
    line++;
    return new Origin("n.vmn", line, 1, line, 9, null);
  }

  int line() {
    return line;
  }

  Segment segment(String name) {
    return segments.stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }

  /** An address of a number in each of a segment's subnets. */
  static List<Ip> nth(Segment segment, int n) {
    return segment.subnets().stream().map(s -> s.first().plus(n)).toList();
  }

  /** Few, so that rules, balancers and translations meet. */
  int port() {
    return one(20) ? 65535 : 1 + below(8);
  }
}
