package org.vmn.generator.emit.libvirt;

import org.vmn.generator.emit.libvirt.model.Domain;
import org.vmn.generator.emit.text.Xml;
import org.vmn.runtime.network.Hardware;

/** What a domain asks of the host's memory and processors (libvirt.org/formatdomain.html). */
final class HardwareXml {
  private static final long MIB = 1L << 20;

  private HardwareXml() {}

  static void pages(Xml xml, Hardware hardware) {
    if (hardware.hugepageBytes() > 0) {
      xml.open("memoryBacking").open("hugepages");
      xml.empty("page", "size", Long.toString(hardware.hugepageBytes()), "unit", "b");
      xml.close().close();
    }
  }

  static void pins(Xml xml, Hardware hardware) {
    if (!hardware.pinned().isEmpty()) {
      xml.open("cputune");
      for (int i = 0; i < hardware.pinned().size(); i++) {
        String processor = Integer.toString(hardware.pinned().get(i));
        xml.empty("vcpupin", "vcpu", Integer.toString(i), "cpuset", processor);
      }
      xml.close();
    }
  }

  static void processors(Xml xml, Domain domain) {
    int nodes = domain.hardware().numaNodes();
    if (nodes == 0) {
      xml.empty("cpu", "mode", "maximum");
      return;
    }
    xml.open("cpu", "mode", "maximum").open("numa");
    for (int node = 0; node < nodes; node++) {
      long memory = upTo(node + 1, domain) - upTo(node, domain);
      xml.empty(
          "cell",
          "id",
          Integer.toString(node),
          "cpus",
          processors(node, nodes, domain.cpus()),
          "memory",
          Long.toString(memory),
          "unit",
          "b");
    }
    xml.close().close();
  }

  /** Processors in order, as evenly as can be. */
  private static String processors(int node, int nodes, int all) {
    int first = node * all / nodes;
    int last = (node + 1) * all / nodes - 1;
    return first == last ? Integer.toString(first) : first + "-" + last;
  }

  /** Memory of the first nodes in sum: whole pages, but for what is left over at the end. */
  private static long upTo(int nodes, Domain domain) {
    int all = domain.hardware().numaNodes();
    if (nodes == all) {
      return domain.memoryBytes();
    }
    long page = Math.max(MIB, domain.hardware().hugepageBytes());
    return domain.memoryBytes() / page * nodes / all * page;
  }
}
