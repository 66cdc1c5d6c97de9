package org.vmn.generator.emit.libvirt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vmn.generator.emit.Networks;

class LibvirtEmitterTest {
  private static final String ONE = "hosts/kvm-1/libvirt/";
  private static final String TWO = "hosts/kvm-2/libvirt/";

  private final Map<String, String> files = Networks.emit(new LibvirtEmitter(), Networks.shop());

  @Test
  void writesEachMachineOnItsHost() {
    assertEquals(
        Set.of(
            ONE + "domains/shop-admin.xml",
            ONE + "domains/shop-web-1.xml",
            ONE + "domains/shop-web-3.xml",
            ONE + "networks/vmn-shop.xml",
            ONE + "volumes/shop-web-1-data.qcow2.xml",
            ONE + "volumes/shop-web-1-root.qcow2.xml",
            ONE + "volumes/shop-web-3-data.qcow2.xml",
            ONE + "volumes/shop-web-3-root.qcow2.xml",
            TWO + "domains/shop-web-2.xml",
            TWO + "networks/vmn-shop.xml",
            TWO + "volumes/shop-web-2-data.qcow2.xml",
            TWO + "volumes/shop-web-2-root.qcow2.xml"),
        files.keySet());
  }

  @Test
  void describesMachine() {
    assertEquals(
        """
        <domain type='kvm'>
          <name>shop-web-2</name>
          <uuid>UUID</uuid>
          <title>web[2] of shop</title>
          <description>Serves.</description>
          <metadata>
            <vmn:origin xmlns:vmn='urn:vmn:libvirt:1' network='shop' host='kvm[2]' element='web[2]'>
              <vmn:place file='shop.vmn' line='9' column='1'/>
              <vmn:place file='shop.vmn' line='30' column='3'/>
            </vmn:origin>
          </metadata>
          <memory unit='b'>4294967296</memory>
          <vcpu placement='static'>2</vcpu>
          <os>
            <type arch='x86_64' machine='q35'>hvm</type>
            <boot dev='hd'/>
          </os>
          <features>
            <acpi/>
            <apic/>
          </features>
          <cpu mode='maximum'/>
          <clock offset='utc'/>
          <on_poweroff>destroy</on_poweroff>
          <on_reboot>restart</on_reboot>
          <on_crash>destroy</on_crash>
          <devices>
            <disk type='volume' device='disk'>
              <driver name='qemu' type='qcow2' discard='unmap'/>
              <source pool='default' volume='shop-web-2-root.qcow2'/>
              <target dev='vda' bus='virtio'/>
              <serial>root</serial>
            </disk>
            <disk type='volume' device='disk'>
              <driver name='qemu' type='qcow2' discard='unmap'/>
              <source pool='default' volume='shop-web-2-data.qcow2'/>
              <target dev='vdb' bus='virtio'/>
              <serial>data</serial>
            </disk>
            <disk type='volume' device='cdrom'>
              <driver name='qemu' type='raw'/>
              <source pool='default' volume='shop-web-2-seed.iso'/>
              <target dev='sda' bus='sata'/>
              <readonly/>
            </disk>
            <interface type='ethernet'>
              <mac address='52:54:00:00:00:11'/>
              <target dev='TAP' managed='no'/>
              <model type='virtio'/>
              <driver>
                <host csum='off' gso='off' tso4='off' tso6='off' ecn='off' ufo='off'/>
                <guest csum='off' tso4='off' tso6='off' ecn='off' ufo='off'/>
              </driver>
              <mtu size='8950'/>
              <rom enabled='no'/>
              <alias name='ua-nic1'/>
            </interface>
            <serial type='pty'>
              <target port='0'/>
            </serial>
            <console type='pty'>
              <target type='serial' port='0'/>
            </console>
            <controller type='usb' model='none'/>
            <rng model='virtio'>
              <backend model='random'>/dev/urandom</backend>
            </rng>
            <memballoon model='virtio'/>
          </devices>
        </domain>
        """,
        file(TWO + "domains/shop-web-2.xml")
            .replaceFirst("<uuid>[0-9a-f-]{36}<", "<uuid>UUID<")
            .replaceFirst("dev='web-[a-z2-7]{7}'", "dev='TAP'"));
  }

  /** {@code up.sh} replaces this line where there is no KVM. */
  @Test
  void saysInTheFirstLineAloneWhatRunsIt() {
    String domain = file(ONE + "domains/shop-admin.xml");
    assertTrue(domain.startsWith(DomainXml.FIRST_LINE + "\n"));
    assertEquals(domain.lastIndexOf("kvm'>"), domain.indexOf("kvm'>"));
  }

  @Test
  void givesMachineWithoutImageNoDisk() {
    String domain = file(ONE + "domains/shop-admin.xml");
    assertTrue(!domain.contains("<disk") && !domain.contains("<boot"), domain);
  }

  @Test
  void copiesRootDiskFromImage() {
    assertEquals(
        """
        <volume>
          <name>shop-web-1-root.qcow2</name>
          <capacity unit='bytes'>21474836480</capacity>
          <allocation>0</allocation>
          <target>
            <format type='qcow2'/>
          </target>
          <backingStore>
            <path>/var/lib/libvirt/images/debian12.qcow2</path>
            <format type='qcow2'/>
          </backingStore>
        </volume>
        """,
        file(ONE + "volumes/shop-web-1-root.qcow2.xml"));
  }

  @Test
  void findsImageInFileOfTheHost() {
    assertEquals("/srv/a b.img", backing("/srv/a b.img"));
    assertEquals("/srv/x.img", backing("file:///srv/x.img"));
    assertEquals("/var/lib/libvirt/images/sub/x.img", backing("sub/x.img"));
  }

  private static String backing(String source) {
    String volume =
        Networks.file(
            Networks.emit(new LibvirtEmitter(), Networks.shop(1, source, "", "")),
            ONE + "volumes/shop-web-1-root.qcow2.xml");
    return volume.replaceAll("(?s).*<path>(.*)</path>.*", "$1");
  }

  @Test
  void repeatsItselfByteForByte() {
    assertEquals(files, Networks.emit(new LibvirtEmitter(), Networks.shop()));
  }

  private String file(String path) {
    return Networks.file(files, path);
  }
}
