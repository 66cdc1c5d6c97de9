package org.vmn.tests.artifacts;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vmn.tests.lab.LabHost;
import org.vmn.tests.lab.LibvirtKind;
import org.vmn.tests.lab.LibvirtSchemas;
import org.vmn.tests.lab.Libvirtd;
import org.vmn.tests.lab.NeedsLab;

/** Every XML of every example is valid by libvirt's schemas, and a real libvirtd defines it. */
@NeedsLab("libvirt")
@Timeout(120)
class LibvirtArtifactsTest {
  /** The pool that users have, with the image that the examples copy. */
  private static final String POOL =
      """
      set -eu
      mkdir -p /var/lib/libvirt/images
      virsh -q pool-define-as default dir --target /var/lib/libvirt/images
      virsh -q pool-start default
      virsh -q vol-create-as default debian12.qcow2 2G --format qcow2
      """;

  private static LabHost host;

  @TempDir Path temp;

  static List<Path> examples() {
    return Examples.all();
  }

  @BeforeAll
  static void start() {
    host = LabHost.start("kvm-0").startLibvirt();
    host.sh(POOL);
  }

  @AfterAll
  static void stop() {
    host.close();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void isValidBySchema(Path example) {
    Examples.build(example, temp.resolve("out"));
    for (LibvirtKind kind : LibvirtKind.values()) {
      List<Path> documents = Examples.files(temp.resolve("out"), folder(kind));
      if (!documents.isEmpty()) {
        LibvirtSchemas.validate(documents, kind);
      }
    }
    assertFalse(Examples.files(temp.resolve("out"), "libvirt/domains/").isEmpty());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void isDefined(Path example) throws IOException {
    Examples.build(example, temp.resolve("out"));
    try (Libvirtd libvirtd = new Libvirtd(host)) {
      // Each host has one of the same name and UUID: here they share a libvirtd, so one stands for
      // all.
      Path network = Examples.files(temp.resolve("out"), "libvirt/networks/").get(0);
      libvirtd.define(LibvirtKind.NETWORK, name(network), network);
      for (Path volume : Examples.files(temp.resolve("out"), "libvirt/volumes/")) {
        libvirtd.createVolume("default", name(volume), Files.readString(volume));
      }
      for (Path domain : Examples.files(temp.resolve("out"), "libvirt/domains/")) {
        libvirtd.define(LibvirtKind.DOMAIN, name(domain), forThisMachine(domain));
      }
    }
  }

  /** As up.sh does: without KVM a copy that is emulated. */
  private static Path forThisMachine(Path domain) throws IOException {
    if (Files.isWritable(Path.of("/dev/kvm"))) {
      return domain;
    }
    Path copy = domain.resolveSibling("emulated.xml");
    String text = Files.readString(domain);
    Files.writeString(copy, text.replaceFirst("<domain type='kvm'", "<domain type='qemu'"));
    return copy;
  }

  private static String folder(LibvirtKind kind) {
    return "libvirt/" + kind.name().toLowerCase(Locale.ROOT) + "s/";
  }

  private static String name(Path xml) {
    return xml.getFileName().toString().replaceFirst("\\.xml$", "");
  }
}
