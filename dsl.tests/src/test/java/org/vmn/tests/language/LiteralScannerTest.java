package org.vmn.tests.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vmn.dsl.parser.LiteralScanner;

/** Which literal a text begins with, and where it ends. */
class LiteralScannerTest {

  @ParameterizedTest
  @CsvSource({
    "1..3, NUMBER, 1",
    "0.5 %, NUMBER, 0.5",
    "500 .. 2000, NUMBER, 500",
    "443/tcp, NUMBER, 443",
    "4GiB, NUMBER, 4",
    "8000..8010/tcp, NUMBER, 8000",
    "1.2.3, IP, 1.2.3",
    "192.0.2.10:443/tcp, IP, 192.0.2.10",
    "10.0.0.0/24, PREFIX, 10.0.0.0/24",
    "10.0.0.300/24, PREFIX, 10.0.0.300/24",
    "10.0.0.0/tcp, IP, 10.0.0.0",
    "fe80::1, IP, fe80::1",
    "'::1, x', IP, ::1",
    "::/0, PREFIX, ::/0",
    "2001:db8::/48, PREFIX, 2001:db8::/48",
    "2001:db8:20::/48 split, PREFIX, 2001:db8:20::/48",
    "2001:db8::1]:443, IP, 2001:db8::1",
    "52:54:00:12:34:56, MAC, 52:54:00:12:34:56",
    "52:54:00:12:34, IP, 52:54:00:12:34",
    "cafe, NONE, ''",
    "cafe::x, NONE, ''",
    "a:b, NONE, ''",
    "db:postgres, NONE, ''",
    "web->db, NONE, ''",
    ": shop, NONE, ''",
    "'', NONE, ''"
  })
  void cuts(String text, LiteralScanner.Kind kind, String literal) {
    LiteralScanner.Literal found =
        LiteralScanner.scan(i -> i < text.length() ? text.charAt(i) : -1);
    assertEquals(kind, found.kind());
    assertEquals(literal, text.substring(0, found.length()));
  }
}
