package org.vmn.tests.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A network that leaves everything to the compiler, and that is changed at random. */
final class Sketch {
  private static final int MOST = 6;

  private final Random random;
  private final List<String> segments = new ArrayList<>();
  private final List<String> machines = new ArrayList<>();
  private int named;

  Sketch(Random random) {
    this.random = random;
    addSegment();
    for (int i = 0; i < MOST; i++) {
      change();
    }
  }

  /** Adds, removes, moves or resizes one declaration. */
  void change() {
    switch (random.nextInt(6)) {
      case 0 -> addSegment();
      case 1 -> removeSegment();
      case 2, 3 -> addMachine();
      case 4 -> {
        if (!machines.isEmpty()) {
          machines.remove(random.nextInt(machines.size()));
        }
      }
      default -> {
        if (!machines.isEmpty()) {
          int i = random.nextInt(machines.size());
          String resized =
              machines.remove(i).replaceFirst("\\[\\d+]", "[" + (1 + random.nextInt(9)) + "]");
          machines.add(random.nextInt(machines.size() + 1), resized);
        }
      }
    }
  }

  private void addSegment() {
    segments.add(random.nextInt(segments.size() + 1), "s" + named++);
  }

  private void removeSegment() {
    String last = segments.get(random.nextInt(segments.size()));
    if (segments.size() > 1 && machines.stream().noneMatch(m -> m.contains("nic " + last + " "))) {
      segments.remove(last);
    }
  }

  private void addMachine() {
    StringBuilder text = new StringBuilder("vm m").append(named++);
    text.append('[').append(1 + random.nextInt(9)).append("] { ");
    for (int i = 0; i <= random.nextInt(2); i++) {
      text.append("nic ").append(segments.get(random.nextInt(segments.size()))).append(" ; ");
    }
    machines.add(random.nextInt(machines.size() + 1), text.append("}").toString());
  }

  String text() {
    StringBuilder text = new StringBuilder("network n\n");
    text.append("host kvm[3] { cpu 40; uplink eno1 }\npool net 10.0.0.0/16 split /24\n");
    text.append("overlay tenant vxlan\n");
    segments.forEach(s -> text.append("segment " + s + " in tenant { subnet net }\n"));
    text.append("router r { ports ").append(String.join(", ", segments)).append(" }\n");
    machines.forEach(m -> text.append(m).append('\n'));
    return text.toString();
  }
}
