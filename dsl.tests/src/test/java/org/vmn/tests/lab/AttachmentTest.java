package org.vmn.tests.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Facts about how a libvirt guest is attached to Open vSwitch, on which the emitters build. */
@NeedsLab("guests")
@Timeout(240)
class AttachmentTest {
  private static final String MAC_A = "52:54:00:00:00:0a";
  private static final String MAC_B = "52:54:00:00:00:0b";
  private static LabHost host;

  @BeforeAll
  static void start() {
    host = LabHost.start("kvm-0").startSwitch().startLibvirt();
    host.sh(UP);
    host.sh(BRIDGES);
    // Twice, because `up` and `bridges` must be safe to run again.
    host.sh(UP);
    host.sh(BRIDGES);
  }

  @AfterAll
  static void stop() {
    host.close();
  }

  @Test
  void keepsPortNumbersWithPersistentTaps() {
    define("vm-a", MAC_A, ethernet(MAC_A, "vn-a", 1400), "vmn.net=" + MAC_A + ",10.0.0.1/24,,1400");
    define(
        "vm-b",
        MAC_B,
        ethernet(MAC_B, "vn-b", 1400),
        "vmn.net=" + MAC_B + ",10.0.0.2/24 vmn.listen=80");
    host.virsh("start", "vm-a");
    host.virsh("start", "vm-b");
    try (Guest a = guest("vm-a");
        Guest b = guest("vm-b")) {
      a.awaitBoot();
      b.awaitBoot();
      assertTrue(a.ping("10.0.0.2"));
      assertEquals("vm-b", a.banner("10.0.0.2", 80).orElse(""));
      assertFalse(a.connect("10.0.0.2", 81));
      assertTrue(a.pingWithSize("10.0.0.2", 1400));
      assertEquals("1400", b.exec("cat /sys/class/net/eth0/mtu").text());
    }
    assertEquals("1 2", numbers());
    host.virsh("destroy", "vm-b");
    assertEquals("1 2", numbers());
    host.virsh("start", "vm-b");
    assertEquals("1 2", numbers());
    try (Guest a = guest("vm-a");
        Guest b = guest("vm-b")) {
      b.awaitBoot();
      assertEquals("vm-b", a.banner("10.0.0.2", 80).orElse(""));
    }
  }

  /** Why guests are not attached by libvirt's own Open vSwitch ports. */
  @Test
  void losesPortNumbersWhenLibvirtMakesThePort() {
    define("vm-c", "52:54:00:00:00:0c", BRIDGED, "");
    host.virsh("start", "--paused", "vm-c");
    String before = host.vsctl("get", "interface", "vn-c", "ofport");
    host.vsctl("set", "interface", "vn-c", "ofport_request=33");
    assertEquals("33", host.vsctl("get", "interface", "vn-c", "ofport"));
    host.virsh("destroy", "vm-c");
    assertFalse(host.vsctl("list-ports", "br-int").contains("vn-c"));
    host.virsh("start", "--paused", "vm-c");
    String after = host.vsctl("get", "interface", "vn-c", "ofport");
    host.virsh("destroy", "vm-c");
    assertNotEquals("33", after, "first it was " + before);
  }

  /** A guest that is not running is a port without a carrier, which groups that watch it notice. */
  @Test
  void showsTheGuestsStateAtThePort() {
    define("vm-d", "52:54:00:00:00:0d", ethernet("52:54:00:00:00:0d", "vn-d", 1400), "");
    assertEquals("down", host.vsctl("get", "interface", "vn-d", "link_state"));
    host.virsh("start", "--paused", "vm-d");
    host.vsctl("--timeout=5", "wait-until", "interface", "vn-d", "link_state=up");
    host.virsh("destroy", "vm-d");
    host.vsctl("--timeout=5", "wait-until", "interface", "vn-d", "link_state=down");
    assertEquals("4", host.vsctl("get", "interface", "vn-d", "ofport"));
    assertEquals("1400", host.sh("cat /sys/class/net/vn-d/mtu"));
  }

  /** A shell that reads a line forgets its beginning when an orphan that it inherited ends. */
  @Test
  void hearsEveryCommandWhileOthersEnd() {
    String mac = "52:54:00:00:00:0e";
    define("vm-e", mac, ethernet(mac, "vn-d", 1400), "");
    host.virsh("start", "vm-e");
    try (Guest guest = guest("vm-e")) {
      guest.awaitBoot();
      guest.exec("for i in $(seq 100); do (busybox usleep ${i}0000 &) ; done").ok();
      String longCommand = "# " + "x".repeat(2000) + "\necho heard ";
      for (int i = 0; i < 5; i++) {
        assertEquals("heard " + i, guest.exec(longCommand + i).text());
      }
    } finally {
      host.virsh("destroy", "vm-e");
    }
  }

  private static String numbers() {
    return host.sh(
        "echo $(ovs-vsctl get interface vn-a ofport) $(ovs-vsctl get interface vn-b ofport)");
  }

  private static Guest guest(String name) {
    return Guest.attach(name, host.path(LabDomain.consolePath(name)));
  }

  private static void define(String name, String mac, String nic, String append) {
    String xml =
        "<domain type='kvm'><name>%s</name><devices>%s</devices></domain>".formatted(name, nic);
    host.write(
        "/root/" + name + ".xml",
        LabDomain.adapt(xml, GuestImage.get(), "vmn.name=" + name + " " + append));
    host.virsh("define", "--validate", "/root/" + name + ".xml");
  }

  private static String ethernet(String mac, String tap, int mtu) {
    return """
    <interface type='ethernet'>
      <mac address='%s'/>
      <target dev='%s' managed='no'/>
      <model type='virtio'/>
      <driver>
        <host csum='off' gso='off' tso4='off' tso6='off' ecn='off' ufo='off' mrg_rxbuf='on'/>
        <guest csum='off' tso4='off' tso6='off' ecn='off' ufo='off'/>
      </driver>
      <mtu size='%d'/>
      <rom enabled='no'/>
    </interface>
    """
        .formatted(mac, tap, mtu);
  }

  private static final String BRIDGED =
      """
      <interface type='bridge'>
        <mac address='52:54:00:00:00:0c'/>
        <source bridge='br-int'/>
        <virtualport type='openvswitch'/>
        <target dev='vn-c'/>
        <model type='virtio'/>
        <mtu size='1400'/>
      </interface>
      """;

  private static final String UP =
      """
      set -eu
      for tap in vn-a vn-b vn-d; do
        [ -e "/sys/class/net/$tap" ] || ip tuntap add dev "$tap" mode tap
        ip link set "$tap" mtu 1400 up
      done
      """;

  private static final String BRIDGES =
      """
      set -eu
      ovs-vsctl --may-exist add-br br-int -- set bridge br-int datapath_type=netdev fail_mode=secure
      ovs-vsctl --may-exist add-port br-int vn-a -- set interface vn-a ofport_request=1
      ovs-vsctl --may-exist add-port br-int vn-b -- set interface vn-b ofport_request=2
      ovs-vsctl --may-exist add-port br-int vn-d -- set interface vn-d ofport_request=4
      ovs-ofctl -O OpenFlow15 --bundle replace-flows br-int - <<'EOF'
      in_port=1,dl_src=52:54:00:00:00:0a actions=output:2
      in_port=2,dl_src=52:54:00:00:00:0b actions=output:1
      EOF
      """;
}
