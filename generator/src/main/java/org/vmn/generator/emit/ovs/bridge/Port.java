package org.vmn.generator.emit.ovs.bridge;

import java.util.List;

/**
 * A port of a bridge.
 *
 * @param number what OpenFlow calls it, or 0 for any
 * @param settings of the interface
 * @param portSettings of the port
 */
record Port(
    String bridge, String name, int number, List<String> settings, List<String> portSettings) {
  Port {
    settings = List.copyOf(settings);
    portSettings = List.copyOf(portSettings);
  }
}
