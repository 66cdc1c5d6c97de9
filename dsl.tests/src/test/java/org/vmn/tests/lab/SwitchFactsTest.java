package org.vmn.tests.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What Open vSwitch refuses, and what it silently accepts. */
@NeedsLab("ovs")
@Timeout(30)
class SwitchFactsTest {
  private static SwitchLab lab;

  @BeforeAll
  static void start() {
    lab = SwitchLab.start().bridge("br0");
  }

  @AfterAll
  static void stop() {
    lab.close();
  }

  @Test
  void translationNeedsAMatchOnTheAddressFamily() {
    assertRefused("in_port=1 actions=ct(zone=5,nat,table=1)", "OFPBAC_MATCH_INCONSISTENT");
    assertRefused("ip actions=ct(commit,zone=5,nat(dst=fd00::1))", "OFPBAC_MATCH_INCONSISTENT");
    lab.replaceFlows("br0", "ipv6 actions=ct(commit,zone=5,nat(dst=[fd00::1]:80),table=1)\n");
  }

  @Test
  void flowsNeedTheirGroupsFirstOrInTheSameBundle() {
    assertRefused("in_port=1 actions=group:9", "OFPBAC_BAD_OUT_GROUP");
    String both =
        "group group_id=9,type=all,bucket=actions=output:1\nflow in_port=1,actions=group:9\n";
    lab.ofctl("bundle", "br0", Dirs.write(lab.dir().resolve("both.txt"), both).toString());
  }

  @Test
  void groupsAreAddedAgainOnlyByModifying() {
    String group = "group_id=3,type=select,bucket=weight=1,actions=output:1";
    lab.ofctl("add-group", "br0", group);
    assertThrows(AssertionError.class, () -> lab.ofctl("add-group", "br0", group));
    lab.ofctl("--may-create", "mod-group", "br0", group);
  }

  @Test
  void portsThatAskForOneNumberAreSilentlyRenumbered() {
    lab.port("br0", "x", 7);
    lab.port("br0", "y", 7);
    assertEquals("7", lab.vsctl("get", "interface", "x", "ofport"));
    assertTrue(!lab.vsctl("get", "interface", "y", "ofport").equals("7"));
  }

  private static void assertRefused(String flow, String code) {
    AssertionError error =
        assertThrows(AssertionError.class, () -> lab.replaceFlows("br0", flow + "\n"));
    assertTrue(error.getMessage().contains(code), error.getMessage());
  }
}
