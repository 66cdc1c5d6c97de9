package org.vmn.generator.emit.ovs.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vmn.runtime.network.Origin;

class CookieTest {
  private static final List<String> SOURCES = List.of("shop.vmn", "lib.vmn");

  @Test
  void leadsBackToTheSource() {
    Cookie cookie = Cookie.of(new Origin("lib.vmn", 14, 5, 14, 20, null), SOURCES);
    assertEquals("0x564d00010000e005", cookie.toString());
    assertEquals(cookie, Cookie.parse(cookie.bits()));
  }

  @Test
  void cutsWhatDoesNotFit() {
    Cookie cookie = Cookie.of(new Origin("shop.vmn", 2_000_000, 9_000, 1, 1, null), SOURCES);
    assertEquals(new Cookie(0, 0xfffff, 0xfff), Cookie.parse(cookie.bits()));
  }

  @Test
  void saysWhenThereIsNoSource() {
    assertEquals("0x564dffff00000000", Cookie.of(Origin.NONE, SOURCES).toString());
    assertEquals(Cookie.NONE, Cookie.of(new Origin("other.vmn", 1, 1, 1, 1, null), SOURCES));
  }

  @Test
  void knowsItsOwn() {
    assertFalse(Cookie.isOurs(0));
    assertThrows(IllegalArgumentException.class, () -> Cookie.parse(1));
  }
}
