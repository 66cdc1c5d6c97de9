package org.vmn.tests.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What {@code ofproto/trace} says would happen to a packet.
 *
 * @param text the whole report, for messages
 * @param passes one for each time that the packet goes through the datapath: the first, and one
 *     after each recirculation
 */
public record Trace(String text, List<Pass> passes) {
  /**
   * One pass through the datapath.
   *
   * @param finalFlow the packet's fields at the end, or {@code unchanged}
   * @param megaflow the fields that the decision looked at
   * @param actions the datapath's actions, ports by name
   */
  public record Pass(String finalFlow, String megaflow, String actions) {}

  static Trace parse(String text) {
    List<Pass> passes = new ArrayList<>();
    String finalFlow = "";
    String megaflow = "";
    for (String line : text.split("\n")) {
      if (line.startsWith("Final flow: ")) {
        finalFlow = line.substring("Final flow: ".length());
      } else if (line.startsWith("Megaflow: ")) {
        megaflow = line.substring("Megaflow: ".length());
      } else if (line.startsWith("Datapath actions: ")) {
        passes.add(new Pass(finalFlow, megaflow, line.substring("Datapath actions: ".length())));
      }
    }
    return new Trace(text, List.copyOf(passes));
  }

  /** The names of the ports to which the packet goes out, in all passes. */
  public Set<String> outputs() {
    Set<String> ports = new TreeSet<>();
    passes.forEach(pass -> collect(pass.actions(), ports));
    return ports;
  }

  /** Whether the packet goes nowhere. */
  public boolean dropped() {
    return outputs().isEmpty();
  }

  /** The fields that the packet has at the end of the last pass. */
  public String finalFlow() {
    return passes.getLast().finalFlow();
  }

  private static void collect(String actions, Set<String> ports) {
    for (String action : ActionText.split(actions)) {
      if (action.startsWith("clone(")) {
        collect(action.substring("clone(".length(), action.length() - 1), ports);
      } else if (ActionText.isPort(action)) {
        ports.add(action);
      }
    }
  }
}
