package org.vmn.tests.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@NeedsLab({"libvirt", "schemas"})
@Timeout(120)
class LibvirtTest {
  private static final String DOMAIN =
      """
      <domain type='qemu'><name>a</name><uuid>11111111-2222-4333-8444-555555555555</uuid><memory unit='MiB'>64</memory>
        <os><type arch='x86_64' machine='q35'>hvm</type></os>
        <devices><interface type='ethernet'><mac address='52:54:00:00:00:01'/><target dev='vn-a' managed='no'/>
          <model type='virtio'/><mtu size='1400'/></interface></devices></domain>
      """;

  private static final String NETWORK =
      """
      <network><name>n</name><forward mode='bridge'/><bridge name='br-int'/><virtualport type='openvswitch'/></network>
      """;
  private static final String POOL =
      "<pool type='dir'><name>p</name><target><path>/var/lib/libvirt/images</path></target></pool>";
  private static final String VOLUME =
      "<volume><name>v</name><capacity unit='MiB'>8</capacity><target><format"
          + " type='qcow2'/></target></volume>";

  @TempDir Path dir;

  @Test
  void validatesAgainstSchemas() {
    Path good = Dirs.write(dir.resolve("good.xml"), DOMAIN);
    LibvirtSchemas.validate(Collections.nCopies(1000, good), LibvirtKind.DOMAIN);
    Path bad =
        Dirs.write(dir.resolve("bad.xml"), DOMAIN.replace("managed='no'", "managed='maybe'"));
    AssertionError error =
        assertThrows(
            AssertionError.class,
            () -> LibvirtSchemas.validate(List.of(good, bad), LibvirtKind.DOMAIN));
    assertTrue(error.getMessage().contains("bad.xml"), error.getMessage());
    assertEquals(LibvirtKind.NWFILTER, LibvirtKind.ofRoot("filter"));
  }

  @Test
  void definesEveryKindAndRemovesIt() {
    try (LabHost host = LabHost.start("kvm-0").startLibvirt()) {
      try (Libvirtd libvirtd = new Libvirtd(host)) {
        libvirtd.define(LibvirtKind.NWFILTER, "f", "<filter name='f' chain='root'/>");
        libvirtd.define(LibvirtKind.NETWORK, "n", NETWORK);
        libvirtd.define(LibvirtKind.POOL, "p", POOL);
        libvirtd.run("pool-start p");
        libvirtd.createVolume("p", "v", VOLUME);
        libvirtd.define(LibvirtKind.DOMAIN, "a", DOMAIN);
        // Again, changed: possible because the UUID stays.
        libvirtd.redefine(LibvirtKind.DOMAIN, DOMAIN.replace(">64<", ">65<"));
        String kept = libvirtd.dumpDomain("a");
        assertTrue(kept.contains("<mtu size='1400'/>") && kept.contains("managed='no'"), kept);
      }
      assertEquals("", host.virsh("list", "--all", "--name"));
      assertEquals("", host.virsh("net-list", "--all", "--name"));
      assertEquals("", host.virsh("nwfilter-list"));
    }
  }
}
