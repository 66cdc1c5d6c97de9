package org.vmn.generator.emit.cloudinit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vmn.generator.emit.Lab;
import org.vmn.generator.emit.Networks;
import org.vmn.generator.layout.HostLayout.Guest;
import org.vmn.generator.layout.Layout;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Network;

class CloudInitEmitterTest {
  private static final String WEB_3 = "hosts/kvm-1/cloud-init/web-3/";

  private final Map<String, String> files = emit(Networks.shop());

  private static Map<String, String> emit(Network network) {
    return Networks.emit(new CloudInitEmitter(), network);
  }

  @Test
  void writesOnlyForMachinesThatReadIt() {
    assertEquals(9, files.size());
    assertTrue(
        files
            .keySet()
            .containsAll(
                Set.of(WEB_3 + "user-data", WEB_3 + "meta-data", WEB_3 + "network-config")));
  }

  @Test
  void namesMachineAndItsLogins() {
    assertEquals(
        """
        #cloud-config
        hostname: "web-3"
        manage_etc_hosts: true
        ssh_pwauth: false
        users:
          - name: "ops"
            lock_passwd: true
            sudo: "ALL=(ALL) NOPASSWD:ALL"
            ssh_authorized_keys:
              - "ssh-ed25519 AAAA ops@lab"
        """,
        files.get(WEB_3 + "user-data"));
  }

  @Test
  void givesAddressesAndTheGateway() {
    assertEquals(
        """
        version: 2
        ethernets:
          "nic1":
            match:
              macaddress: "52:54:00:00:00:12"
            set-name: "nic1"
            mtu: 8950
            dhcp4: false
            dhcp6: false
            accept-ra: false
            addresses:
              - "10.0.0.4/16"
              - "fd00::4/64"
            routes:
              - to: "0.0.0.0/0"
                via: "10.0.0.1"
              - to: "::/0"
                via: "fd00::1"
        """,
        files.get(WEB_3 + "network-config"));
  }

  @Test
  void givesOnlyFirstWayOutTheDefaultRoute() {
    Network network = Networks.shop();
    Guest admin = Layout.of(network).hosts().getFirst().guests().getLast();
    String config = new NetworkConfig(Forwarding.of(network)).of(admin);
    assertEquals(
        """
        version: 2
        ethernets:
          "nic1":
            match:
              macaddress: "52:54:00:00:00:01"
            set-name: "nic1"
            mtu: 1500
            dhcp4: false
            dhcp6: false
            accept-ra: false
            addresses:
              - "192.0.2.10/24"
            routes:
              - to: "0.0.0.0/0"
                via: "192.0.2.1"
          "a-very-HASH":
            match:
              macaddress: "52:54:00:00:00:02"
            set-name: "a-very-HASH"
            mtu: 8950
            dhcp4: false
            dhcp6: false
            accept-ra: false
            addresses:
              - "10.0.234.96/16"
              - "fd00::ea60/64"
            routes:
              - to: "::/0"
                via: "fd00::1"
        """,
        config.replaceAll("a-very-[a-z2-7]{7}", "a-very-HASH"));
  }

  /** cloud-init configures a machine again when its identity is another. */
  @Test
  void changesIdentityWithConfiguration() {
    String same = Networks.file(emit(Networks.shop()), WEB_3 + "meta-data");
    String other = emit(Networks.shop(3, "x", "", "another key")).get(WEB_3 + "meta-data");
    assertEquals(files.get(WEB_3 + "meta-data"), same);
    assertNotEquals(files.get(WEB_3 + "meta-data"), other);
    assertTrue(same.matches("instance-id: \"[0-9a-f-]{36}\"\nlocal-hostname: \"web-3\"\n"), same);
  }

  @Tag("lab")
  @Test
  void keepsHostileKeyOneString(@TempDir Path folder) throws Exception {
    Lab.needs("python3");
    Lab.write(folder, emit(Networks.shop(3, "x", "", Networks.HOSTILE)));
    String program =
        """
        import sys
        try:
          import yaml
        except ImportError:
          sys.exit(0)
        data = yaml.safe_load(open(sys.argv[1], encoding='utf-8'))
        assert data['users'][0]['ssh_authorized_keys'] == [sys.argv[2]], data
        """;
    Lab.Run run =
        Lab.run(
            "python3",
            "-c",
            program,
            folder.resolve(WEB_3 + "user-data").toString(),
            Networks.HOSTILE);
    assertEquals(0, run.status(), run.output());
  }
}
