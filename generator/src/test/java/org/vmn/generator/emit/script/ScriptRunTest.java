package org.vmn.generator.emit.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vmn.generator.emit.Lab;
import org.vmn.generator.emit.Networks;
import org.vmn.generator.emit.cloudinit.CloudInitEmitter;
import org.vmn.generator.emit.libvirt.LibvirtEmitter;

/** Runs the scripts against tools that only pretend, to see what they do and in which order. */
@Tag("lab")
class ScriptRunTest {
  @TempDir Path folder;

  private Path fake = Path.of("");
  private Map<String, String> files = Map.of();

  @BeforeEach
  void prepare() throws Exception {
    Lab.needs("bash", "awk", "sed");
    Lab.needs(Lab.run("id", "-u").output().equals("0\n"), "the scripts want root");
    files = new TreeMap<>(Networks.emit(new ScriptEmitter(), Networks.shop()));
    files.putAll(Networks.emit(new LibvirtEmitter(), Networks.shop()));
    files.putAll(Networks.emit(new CloudInitEmitter(), Networks.shop()));
    Lab.write(folder, files);
    Path flows = Files.createDirectories(folder.resolve("hosts/kvm-1/ovs/flows"));
    Files.writeString(flows.resolve("vmn-shop.flows"), "");
    Files.writeString(flows.resolveSibling("bridges.sh"), "echo bridges.sh $1 >>\"$FAKE/log\"\n");
    fake = Files.createDirectories(folder.resolve("fake"));
    for (String tool : List.of("ip", "ovs-vsctl", "ovs-ofctl", "virsh", "genisoimage")) {
      try (InputStream script = ScriptRunTest.class.getResourceAsStream("fake.sh")) {
        Path file = fake.resolve("bin/" + tool);
        Files.createDirectories(file.getParent());
        Files.copy(Objects.requireNonNull(script), file);
        assertTrue(file.toFile().setExecutable(true));
      }
    }
    Files.writeString(fake.resolve("link-eno1"), "");
    Files.writeString(fake.resolve("volume-debian12.qcow2"), "");
    Files.writeString(fake.resolve("ports"), ports(0));
  }

  /** What the switch says of its ports, each number off by so much. */
  private String ports(int off) {
    return up().lines()
        .filter(line -> line.startsWith("  port "))
        .map(line -> line.strip().split(" "))
        .map(word -> word[1] + "," + (Integer.parseInt(word[2]) + off) + "\n")
        .collect(Collectors.joining());
  }

  private String up() {
    return Objects.requireNonNull(files.get("hosts/kvm-1/up.sh"));
  }

  @Test
  void bringsUpInOrder() throws Exception {
    assertEquals(
        new Lab.Run(
            0,
            """
            machines are emulated, which is slow: no KVM
            shop on kvm[1]: switch is up
            shop on kvm[1]: machines are up
            """),
        run("up.sh"));
    assertEquals(
        """
        ip tuntap add dev web-HASH mode tap
        ip link set dev web-HASH mtu 8950 arp off up
        ip tuntap add dev web-HASH mode tap
        ip link set dev web-HASH mtu 8950 arp off up
        ip tuntap add dev admin-HASH mode tap
        ip link set dev admin-HASH mtu 1500 arp off up
        ip tuntap add dev admin-HASH mode tap
        ip link set dev admin-HASH mtu 8950 arp off up
        bridges.sh up
        ip link set dev eno1 mtu 9000 up
        ovs-vsctl set Interface br-eno1 mtu_request=9000
        ip link set dev br-eno1 up
        ip addr replace 172.16.0.1/24 dev br-eno1
        ovs-ofctl -O OpenFlow15 --bundle replace-flows vmn-shop
        bridges.sh announce
        virsh net-define
        virsh vol-create default shop-web-1-data.qcow2
        virsh vol-create default shop-web-1-root.qcow2 <path>/pool &amp; co/debian12.qcow2</path>
        virsh vol-create-as shop-web-1-seed.iso
        virsh vol-upload shop-web-1-seed.iso
        virsh define <domain type='qemu'> shop-web-1
        virsh start
        virsh vol-create default shop-web-3-data.qcow2
        virsh vol-create default shop-web-3-root.qcow2 <path>/pool &amp; co/debian12.qcow2</path>
        virsh vol-create-as shop-web-3-seed.iso
        virsh vol-upload shop-web-3-seed.iso
        virsh define <domain type='qemu'> shop-web-3
        virsh start
        virsh define <domain type='qemu'> shop-admin
        virsh start
        """,
        log());
  }

  @Test
  void changesNothingTheSecondTime() throws Exception {
    run("up.sh");
    log();
    assertEquals(0, run("up.sh").status());
    String again = log();
    assertTrue(
        !again.contains("tuntap") && !again.contains("vol-") && !again.contains("start"), again);
  }

  @Test
  void takesDownAndKeepsDisks() throws Exception {
    run("up.sh");
    log();
    assertEquals(new Lab.Run(0, "shop on kvm[1]: down\n"), run("down.sh"));
    assertEquals(
        """
        virsh shutdown
        virsh shutdown
        virsh shutdown
        virsh undefine
        virsh vol-delete shop-web-1-seed.iso
        virsh undefine
        virsh vol-delete shop-web-3-seed.iso
        virsh undefine
        virsh net-undefine
        bridges.sh down
        ip link delete dev web-HASH
        ip link delete dev web-HASH
        ip link delete dev admin-HASH
        ip link delete dev admin-HASH
        """,
        log());
    assertEquals(0, run("down.sh").status());
    assertEquals("virsh net-undefine\nbridges.sh down\n", log());
    assertEquals(0, run("down.sh", "--delete-volumes").status());
    assertEquals(4, log().lines().filter(line -> line.contains("vol-delete")).count());
    assertTrue(Files.exists(fake.resolve("volume-debian12.qcow2")));
  }

  @Test
  void endsMachinesThatDoNotShutDown() throws Exception {
    run("up.sh");
    log();
    Files.writeString(fake.resolve("deaf"), "");
    assertEquals(0, run("down.sh").status());
    String late = log();
    assertEquals(3, late.lines().filter("virsh shutdown"::equals).count(), late);
    assertEquals(3, late.lines().filter("virsh destroy"::equals).count(), late);
    run("up.sh");
    log();
    assertEquals(0, run("down.sh", "--now").status());
    assertTrue(!log().contains("shutdown"));
  }

  /** Of this network and host only, and after it has said which. */
  @Test
  void stopsWhatTheSourceNoLongerHasHere() throws Exception {
    run("up.sh");
    log();
    domain("gone", "shop", "kvm[1]");
    domain("elsewhere", "shop", "kvm[2]");
    domain("stranger", "other", "kvm[1]");
    domain("own", "", "");
    Files.writeString(fake.resolve("link-gone-tap"), "");
    assertEquals(0, run("up.sh", "--keep-removed").status());
    assertTrue(!log().contains("undefine"));
    Lab.Run run = run("up.sh");
    assertEquals(
        """
        machines are emulated, which is slow: no KVM
        no longer in the source, so they are shut down:
          gone
        shop on kvm[1]: switch is up
        shop on kvm[1]: machines are up
        """,
        run.output());
    String did = log();
    assertEquals(1, did.lines().filter("virsh shutdown"::equals).count(), did);
    assertEquals(1, did.lines().filter("virsh undefine"::equals).count(), did);
    assertTrue(did.contains("ip link delete dev gone-tap"), did);
    assertTrue(Files.exists(fake.resolve("defined-elsewhere")));
    assertTrue(Files.exists(fake.resolve("defined-stranger")));
    assertTrue(Files.exists(fake.resolve("defined-own")));
  }

  private void domain(String uuid, String network, String host) throws Exception {
    Files.writeString(fake.resolve("defined-" + uuid), "");
    Files.writeString(fake.resolve("running-" + uuid), "");
    if (!network.isEmpty()) {
      Files.writeString(
          fake.resolve("metadata-" + uuid),
          "<origin network=\"" + network + "\" host=\"" + host + "\" element=\"x\"/>\n");
    }
  }

  @Test
  void loadsNoFlowsForOtherPortNumbers() throws Exception {
    Files.writeString(fake.resolve("ports"), ports(1));
    Lab.Run run = run("up.sh");
    assertEquals(1, run.status());
    assertTrue(run.output().contains("has the number 1001 where flows expect 1000"), run.output());
    assertTrue(!log().contains("replace-flows"));
  }

  @Test
  void saysHowToGetImageBeforeItChangesAnything() throws Exception {
    Files.delete(fake.resolve("volume-debian12.qcow2"));
    Lab.Run run = run("up.sh");
    assertEquals(1, run.status());
    assertTrue(
        run.output()
            .endsWith(
                """
                error: the image `debian12.qcow2` isn't in the storage pool `default`

                help: get it once, then run this again:
                  curl -fL -o /pool\\ \\&\\ co/debian12.qcow2 https://images.example/debian12.qcow2 && virsh -c qemu:///system pool-refresh default
                """),
        run.output());
    assertEquals("", log());
  }

  @Test
  void bringsUpNetworkingAlone() throws Exception {
    assertEquals(new Lab.Run(0, "shop on kvm[1]: switch is up\n"), run("up.sh", "--no-guests"));
    assertTrue(!log().contains("virsh"));
  }

  @Test
  void rejectsUnknownOption() throws Exception {
    assertEquals(2, run("up.sh", "--fast").status());
    assertEquals("", log());
  }

  private Lab.Run run(String script, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add("bash");
    command.add(folder.resolve("hosts/kvm-1/" + script).toString());
    command.addAll(List.of(arguments));
    String path = fake.resolve("bin") + ":" + System.getenv("PATH");
    Map<String, String> environment =
        Map.of(
            "PATH",
            path,
            "FAKE",
            fake.toString(),
            "VMN_ACCEL",
            "tcg",
            "VMN_SHUTDOWN",
            "1",
            "VIRSH",
            "virsh -c qemu:///system");
    return Lab.run(command, environment);
  }

  /** What was changed since the last time, without hashes. */
  private String log() throws Exception {
    Path log = fake.resolve("log");
    String lines = Files.exists(log) ? Files.readString(log) : "";
    Files.deleteIfExists(log);
    return lines.replaceAll("\\b(web|admin)-[a-z2-7]{7}\\b", "$1-HASH").replaceAll(" +\n", "\n");
  }
}
