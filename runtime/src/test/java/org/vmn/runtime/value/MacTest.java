package org.vmn.runtime.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Domain(Values.class)
class MacTest {
  @Property
  void textReadsBack(@ForAll Mac mac) {
    assertEquals(mac, Mac.parse(mac.toString()));
    assertEquals(17, mac.toString().length());
  }

  @Test
  void knowsGroups() {
    assertTrue(Mac.BROADCAST.isMulticast());
    assertTrue(Mac.parse("01:00:5e:00:00:01").isMulticast());
    assertTrue(!Mac.parse("52:54:00:12:34:56").isMulticast());
    assertEquals("52:54:00:12:35:55", Mac.parse("52:54:00:12:34:56").plus(255).toString());
  }

  @Test
  void hasFortyEightBits() {
    assertThrows(IllegalArgumentException.class, () -> new Mac(1L << 48));
    assertThrows(IllegalArgumentException.class, () -> new Mac(-1));
    assertThrows(IllegalArgumentException.class, () -> Mac.BROADCAST.plus(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "52:54:00:12:34",
        "52:54:00:12:34:56:78",
        "52-54-00-12-34-56",
        "5g:54:00:12:34:56",
        "52:54:0:12:34:56",
        "٥٢:54:00:12:34:56"
      })
  void refuses(String text) {
    assertThrows(IllegalArgumentException.class, () -> Mac.parse(text));
  }
}
