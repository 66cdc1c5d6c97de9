package org.vmn.tests.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ToolsTest {
  @Test
  void findsPrograms() {
    assertTrue(Tools.find("sh").isPresent());
    assertEquals(Optional.empty(), Tools.find("no-such-program"));
  }

  @Test
  void knowsItsSets() {
    assertThrows(IllegalArgumentException.class, () -> Tools.missing("cloud"));
    Tools.names().forEach(Tools::missing);
  }

  @Test
  void skipsOutsideOfCiAndFailsInIt() {
    String gone =
        "`ovs` lacks ovs-vsctl; on Debian: apt-get install -y --no-install-recommends"
            + " openvswitch-switch";
    assertFalse(NeedsLabCondition.decide("", "true").isDisabled());
    assertEquals(
        Optional.of("the lab is incomplete: " + gone),
        NeedsLabCondition.decide(gone, null).getReason());
    assertTrue(NeedsLabCondition.decide(gone, "false").isDisabled());
    assertThrows(IllegalStateException.class, () -> NeedsLabCondition.decide(gone, "true"));
  }
}
