package org.vmn.runtime.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Domain(Values.class)
@Domain(DomainContext.Global.class)
class IpTest {
  static BigInteger number(Ip ip) {
    return new BigInteger(Long.toUnsignedString(ip.high()))
        .shiftLeft(64)
        .add(new BigInteger(Long.toUnsignedString(ip.low())));
  }

  private static BigInteger size(Ip.Family family) {
    return BigInteger.ONE.shiftLeft(family.bits());
  }

  @Property
  void textReadsBack(@ForAll Ip ip) {
    assertEquals(ip, Ip.parse(ip.toString()));
  }

  /** The JDK reads the same address from the text. */
  @Property
  void textMeansTheAddress(@ForAll Ip ip) throws UnknownHostException {
    byte[] bytes = InetAddress.getByName(ip.toString()).getAddress();
    // The JDK gives IPv4-mapped addresses in four bytes.
    boolean mapped = !ip.isV4() && bytes.length == 4;
    BigInteger value = new BigInteger(1, bytes);
    assertEquals(number(ip), mapped ? value.add(BigInteger.valueOf(0xffffL << 32)) : value);
  }

  @Property
  void countsAsNumbersDo(@ForAll Ip ip, @ForAll long n) {
    BigInteger sum = number(ip).add(BigInteger.valueOf(n)).mod(size(ip.family()));
    assertEquals(sum, number(ip.plus(n)));
    assertEquals(ip, ip.next().previous());
  }

  @Property
  void ordersAndMeasuresAsNumbersDo(@ForAll Ip a, @ForAll Ip b) {
    if (a.family() == b.family()) {
      assertEquals(number(a).compareTo(number(b)), Integer.signum(a.compareTo(b)));
      BigInteger distance = number(b).subtract(number(a)).max(BigInteger.ZERO);
      BigInteger most = BigInteger.valueOf(Long.MAX_VALUE);
      assertEquals(distance.min(most).longValueExact(), a.distanceTo(b));
    } else {
      assertTrue(a.isV4() == a.compareTo(b) < 0);
    }
  }

  /** RFC 5952, sections 4 and 5. */
  @ParameterizedTest
  @CsvSource({
    "2001:0db8:0:0:0:0:0:0001, 2001:db8::1",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
    "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "2001:DB8::A, 2001:db8::a",
    "0:0:0:0:0:0:0:0, ::",
    "1::, 1::",
    "10.0.0.1, 10.0.0.1",
  })
  void writesCanonically(String text, String expected) {
    assertEquals(expected, Ip.parse(text).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "1.2.3",
        "1.2.3.4.5",
        "1.2.3.256",
        "1.2.3.-4",
        "1.2.3.1000",
        " 1.2.3.4",
        "1.2.3.٤",
        ":",
        ":::",
        "1:2:3:4:5:6:7",
        "1::2::3",
        "1:2:3:4:5:6:7:8:9",
        "::12345",
        "1:2:3:4:5:6:7:8::",
        "g::",
        "::1%eth0",
        ":1:2:3:4:5:6:7",
        "::-1",
        "::１"
      })
  void refuses(String text) {
    assertThrows(IllegalArgumentException.class, () -> Ip.parse(text));
  }
}
