package org.vmn.tests.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which tools a kind of lab test needs, whether they are here, and which Debian packages hold them.
 */
public final class Tools {
  /**
   * What one kind of test needs: programs on the path, files, whether root, and the packages that
   * bring them.
   */
  private record Needs(List<String> programs, List<String> files, boolean root, String packages) {}

  private static final String SWITCH = "openvswitch-switch";
  private static final String LIBVIRT =
      SWITCH
          + " libvirt-daemon-system libvirt-daemon-driver-qemu libvirt-clients dnsmasq-base"
          + " iproute2 ethtool";

  private static final Map<String, Needs> SETS =
      new TreeMap<>(
          Map.of(
              "ovs",
              new Needs(
                  List.of(
                      "ovs-vsctl",
                      "ovs-ofctl",
                      "ovs-vswitchd",
                      "ovsdb-server",
                      "ovsdb-tool",
                      "setpriv"),
                  List.of("/usr/share/openvswitch/vswitch.ovsschema"),
                  false,
                  SWITCH),
              "schemas",
              new Needs(
                  List.of("xmllint"),
                  List.of("/usr/share/libvirt/schemas/domain.rng"),
                  false,
                  "libxml2-utils libvirt-daemon-system"),
              "prometheus",
              new Needs(List.of("prometheus", "promtool"), List.of(), false, "prometheus"),
              "nvim",
              new Needs(List.of("nvim"), List.of(), false, "neovim"),
              "hosts",
              new Needs(
                  List.of("ovs-vswitchd", "unshare", "nsenter", "ip", "ethtool"),
                  List.of(),
                  true,
                  SWITCH + " util-linux iproute2 ethtool"),
              "traffic",
              new Needs(
                  List.of(
                      "ovs-vswitchd",
                      "unshare",
                      "nsenter",
                      "ip",
                      "ethtool",
                      "tc",
                      "chrt",
                      "iperf3"),
                  List.of("/dev/net/tun", "/usr/bin/python3"),
                  true,
                  SWITCH + " util-linux iproute2 ethtool iperf3 python3"),
              "libvirt",
              new Needs(
                  List.of(
                      "ovs-vswitchd",
                      "unshare",
                      "nsenter",
                      "ip",
                      "ethtool",
                      "libvirtd",
                      "virsh",
                      "dnsmasq"),
                  List.of("/dev/net/tun"),
                  true,
                  LIBVIRT),
              "guests",
              new Needs(
                  List.of(
                      "ovs-vswitchd",
                      "unshare",
                      "nsenter",
                      "ip",
                      "ethtool",
                      "libvirtd",
                      "virsh",
                      "qemu-system-x86_64",
                      "busybox",
                      "cpio",
                      "dpkg",
                      "apt-get"),
                  List.of("/dev/net/tun"),
                  true,
                  LIBVIRT + " qemu-system-x86 busybox-static cpio")));

  private Tools() {}

  /** The tool sets that {@link NeedsLab} may name. */
  public static Set<String> names() {
    return SETS.keySet();
  }

  /** What is missing for tool set {@code name}, with the way out; empty when all is there. */
  public static Optional<String> missing(String name) {
    Needs needs = SETS.get(name);
    if (needs == null) {
      throw new IllegalArgumentException("no tool set `" + name + "`, only " + names());
    }
    List<String> gone = new ArrayList<>();
    needs.programs().stream().filter(program -> find(program).isEmpty()).forEach(gone::add);
    needs.files().stream().filter(file -> !Files.exists(Path.of(file))).forEach(gone::add);
    if (needs.root() && !"root".equals(System.getProperty("user.name"))) {
      gone.add("root's rights");
    }
    if (gone.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        "`%s` lacks %s; on Debian: apt-get install -y --no-install-recommends %s"
            .formatted(name, String.join(", ", gone), needs.packages()));
  }

  /**
   * Where {@code program} is, searching the path and the folders of system programs, which a user's
   * path may lack.
   */
  public static Optional<Path> find(String program) {
    String path = System.getenv().getOrDefault("PATH", "") + ":/usr/sbin:/sbin";
    return Stream.of(path.split(":"))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
