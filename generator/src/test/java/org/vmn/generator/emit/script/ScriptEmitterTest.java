package org.vmn.generator.emit.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vmn.generator.emit.Lab;
import org.vmn.generator.emit.Networks;
import org.vmn.generator.emit.ovs.OvsEmitter;
import org.vmn.runtime.network.Network;

class ScriptEmitterTest {
  /**
   * Braces around every variable; that a user's `$` in quotes stays as it is; and that a function
   * in a condition, or a command within a command, doesn't end the script, which is what conditions
   * are for.
   */
  private static final String TASTE = "SC2016,SC2250,SC2310,SC2312";

  private static final String UP = "hosts/kvm-1/up.sh";

  @Test
  void listsWhatIsOnTheHost() {
    String script =
        hashesHidden(Networks.file(Networks.emit(new ScriptEmitter(), Networks.shop()), UP));
    String plan = script.substring(script.indexOf("readonly NETWORK"), script.indexOf("main()"));
    assertEquals(
        """
        readonly NETWORK=shop
        readonly HOST='kvm[1]'
        readonly POOL=default

        readonly POOL_FOLDER=/var/lib/libvirt/images

        readonly machines=(
          UUID
          UUID
          UUID
        )

        uplinks() {
          uplink eno1 172.16.0.1/24
        }

        images() {
          check_pool
          choose_iso
          image debian12.qcow2 https://images.example/debian12.qcow2 21474836480
        }

        taps() {
          tap web-HASH 8950
          tap web-HASH 8950
          tap admin-HASH 1500
          tap admin-HASH 8950
        }

        underlays() {
          underlay br-eno1 eno1 172.16.0.1/24 9000
        }

        ports() {
          port web-HASH 1000
          port web-HASH 1001
          port admin-HASH 1002
          port admin-HASH 1003
        }

        networks() {
          network vmn-shop UUID
        }

        guests() {
          guest shop-web-1 UUID shop-web-1-seed.iso web-1 shop-web-1-data.qcow2 shop-web-1-root.qcow2
          guest shop-web-3 UUID shop-web-3-seed.iso web-3 shop-web-3-data.qcow2 shop-web-3-root.qcow2
          guest shop-admin UUID '' ''
        }

        """,
        plan);
  }

  private static String hashesHidden(String script) {
    return script
        .replaceAll("\\b(web|admin)-[a-z2-7]{7}\\b", "$1-HASH")
        .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "UUID");
  }

  @Test
  void keepsHostileImageSourceOneWord() {
    String script =
        Networks.file(
            Networks.emit(
                new ScriptEmitter(), Networks.shop(1, "https://" + Networks.HOSTILE, "", "")),
            UP);
    assertTrue(
        script.contains("  image debian12.qcow2 'https://a'\\''b\"c<d>&e $(touch x)"), script);
  }

  @Tag("lab")
  @Test
  void satisfiesBashAndShellcheck(@TempDir Path folder) throws Exception {
    Lab.needs("bash");
    Network network = Networks.shop(3, "https://" + Networks.HOSTILE, "", "");
    Map<String, String> files = new TreeMap<>(Networks.emit(new ScriptEmitter(), network));
    files.putAll(Networks.emit(new OvsEmitter(), network));
    files.keySet().removeIf(path -> !path.endsWith(".sh"));
    Lab.write(folder, files);
    for (String path : files.keySet()) {
      assertEquals(new Lab.Run(0, ""), Lab.run("bash", "-n", folder.resolve(path).toString()));
    }
    Lab.needs("shellcheck");
    for (String path : files.keySet()) {
      Lab.Run run =
          Lab.run(
              "shellcheck",
              "-S",
              "style",
              "-o",
              "all",
              "-e",
              TASTE,
              folder.resolve(path).toString());
      assertEquals(0, run.status(), run.output());
    }
  }

  @Test
  void leavesScriptsWithoutHolesAndTabs() {
    Networks.emit(new ScriptEmitter(), Networks.shop())
        .forEach((path, script) -> {
          assertTrue(script.startsWith("#!/usr/bin/env bash\n"), path);
          assertTrue(!script.contains("@PLAN@") && !script.contains("\t"), path);
        });
  }
}
