package org.vmn.tests.artifacts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vmn.tests.lab.LibvirtKind;
import org.vmn.tests.lab.LibvirtSchemas;
import org.vmn.tests.lab.NeedsLab;

/** What a machine asks of its hardware, and what is put on it, as written for libvirt. */
class MachineArtifactsTest {
  private static final String TEXT =
      """
      network n
      import std.images.{debian12}
      host kvm { cpu 16; memory 64 GiB }
      segment lan { subnet 10.0.0.0/24; dns { server 10.0.0.53; domain "lab.example" } }
      segment home { subnet 10.1.0.0/24; dns { domain "home.example" } }
      segment voice
      vm a {
        cpu 5
        memory 5 GiB
        numa 2
        pinning 2..6
        hugepages 1 GiB
        disk root 20 GiB from debian12
        disk data 100 GiB
        nic lan { trunk voice }
        file "/etc/motd" content "hi\\n\\"x\\": ]]> <y>\\n" mode 0600
        package nginx, "g++"
      }
      vm b { nic home; disk root 20 GiB from debian12 }
      """;

  @TempDir Path temp;

  private Path built() throws IOException {
    Path source = temp.resolve("n.vmn");
    Files.writeString(source, TEXT);
    Path out = temp.resolve("out");
    Examples.build(source, out);
    return out.resolve("hosts/kvm");
  }

  @Test
  void domainsHaveTheirHardware() throws IOException {
    String xml = Files.readString(built().resolve("libvirt/domains/n-a.xml"));
    assertTrue(xml.contains("<page size='1073741824' unit='b'/>"), xml);
    assertTrue(xml.contains("<vcpupin vcpu='4' cpuset='6'/>"), xml);
    assertTrue(xml.contains("<cell id='0' cpus='0-1' memory='2147483648' unit='b'/>"), xml);
    assertTrue(xml.contains("<cell id='1' cpus='2-4' memory='3221225472' unit='b'/>"), xml);
    assertTrue(xml.contains("volume='n-a-data.qcow2'"), xml);
  }

  @Test
  void aTrunkIsNoAdapterOfItsOwn() throws IOException {
    Path host = built();
    String xml = Files.readString(host.resolve("libvirt/domains/n-a.xml"));
    assertEquals(1, xml.split("<interface ", -1).length - 1);
    assertFalse(Files.readString(host.resolve("cloud-init/a/network-config")).contains("voice"));
  }

  /** Also where the segment itself is to answer. */
  @Test
  void theDomainReachesGuests() throws IOException {
    String config = Files.readString(built().resolve("cloud-init/b/network-config"));
    assertTrue(
        config.contains("    nameservers:\n      search:\n        - \"home.example\"\n"), config);
  }

  @Test
  void cloudInitSetsMachinesUp() throws IOException {
    Path folder = built().resolve("cloud-init/a");
    String user = Files.readString(folder.resolve("user-data"));
    assertTrue(
        user.endsWith(
            """
            write_files:
              - path: "/etc/motd"
                permissions: "0600"
                content: "hi\\n\\"x\\": ]]> <y>\\n"
            package_update: true
            packages:
              - "nginx"
              - "g++"
            """),
        user);
    String network = Files.readString(folder.resolve("network-config"));
    assertTrue(
        network.contains(
            """
                nameservers:
                  addresses:
                    - "10.0.0.53"
                  search:
                    - "lab.example"
            """),
        network);
  }

  @Test
  @NeedsLab("libvirt")
  void isValidBySchema() throws IOException {
    LibvirtSchemas.validate(
        List.of(built().resolve("libvirt/domains/n-a.xml")), LibvirtKind.DOMAIN);
  }
}
