package org.vmn.tests.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The files to which dummy ports write what they send, and how far each has been read. */
final class Captures {
  private final Path dir;
  private final Map<String, Pcap> files = new LinkedHashMap<>();

  Captures(Path dir) {
    this.dir = dir;
  }

  /** The arguments of the one {@code ovs-vsctl} that starts recording at {@code ports}. */
  String[] commands(String... ports) {
    List<String> arguments = new ArrayList<>();
    for (String port : ports) {
      Path file = dir.resolve("tx-" + files.size() + ".pcap");
      files.put(port, new Pcap(file));
      arguments.addAll(List.of("--", "set", "interface", port, "options:tx_pcap=" + file));
    }
    return arguments.toArray(String[]::new);
  }

  Map<String, List<byte[]>> drain() {
    Map<String, List<byte[]>> sent = new TreeMap<>();
    files.forEach((port, file) -> {
      List<byte[]> frames = file.next();
      if (!frames.isEmpty()) {
        sent.put(port, frames);
      }
    });
    return sent;
  }
}
