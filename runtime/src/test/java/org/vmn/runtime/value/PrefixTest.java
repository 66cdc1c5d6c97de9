package org.vmn.runtime.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Domain(Values.class)
@Domain(DomainContext.Global.class)
class PrefixTest {
  @Property
  void textReadsBack(@ForAll Prefix prefix) {
    assertEquals(prefix, Prefix.parse(prefix.toString()));
  }

  @Property
  void holdsAsManyAsItsLengthSays(@ForAll Prefix prefix) {
    BigInteger size =
        IpTest.number(prefix.last()).subtract(IpTest.number(prefix.first())).add(BigInteger.ONE);
    assertEquals(
        BigInteger.ONE.shiftLeft(prefix.address().family().bits() - prefix.length()), size);
  }

  @Property
  void containsWhatLiesBetweenItsEnds(@ForAll Prefix prefix, @ForAll Ip ip) {
    assertEquals(prefix.range().contains(ip), prefix.contains(ip));
    assertTrue(prefix.contains(prefix.first()) && prefix.contains(prefix.last()));
    assertTrue(Prefix.around(ip, Math.min(prefix.length(), ip.family().bits())).contains(ip));
  }

  @Property
  void overlapsWhenTheRangesDo(@ForAll Prefix a, @ForAll Prefix b) {
    assertEquals(a.range().overlaps(b.range()), a.overlaps(b));
  }

  /** Exactly the range, in order, and no two that one would do for. */
  @Property
  void rangesAreCoveredByTheFewestPrefixes(@ForAll IpRange range) {
    List<Prefix> prefixes = range.prefixes();
    assertEquals(
        new IpSet(List.of(range)), IpSet.of(prefixes.stream().map(Prefix::range).toList()));
    for (int i = 1; i < prefixes.size(); i++) {
      Prefix before = prefixes.get(i - 1);
      Prefix prefix = prefixes.get(i);
      assertEquals(before.last().next(), prefix.first());
      boolean siblings =
          before.length() == prefix.length()
              && Prefix.around(before.first(), before.length() - 1).contains(prefix.first());
      assertFalse(siblings, before + " " + prefix);
    }
  }

  @Property
  void rangesReadBack(@ForAll IpRange range) {
    assertEquals(range, IpRange.parse(range.toString()));
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/24, 10.0.0.1, 10.0.0.254",
    "10.0.0.0/31, 10.0.0.0, 10.0.0.1",
    "10.0.0.7/32, 10.0.0.7, 10.0.0.7",
    "2001:db8::/64, 2001:db8::1, 2001:db8::ffff:ffff:ffff:ffff",
    "2001:db8::/127, 2001:db8::, 2001:db8::1",
  })
  void leavesOutWhatMachinesMayNotTake(String prefix, String first, String last) {
    assertEquals(first, Prefix.parse(prefix).firstHost().toString());
    assertEquals(last, Prefix.parse(prefix).lastHost().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "10.0.0.0",
        "10.0.0.0/",
        "10.0.0.0/33",
        "10.0.0.1/24",
        "::/129",
        "10.0.0.0/-1",
        "10.0.0.0/+8",
        "/8",
        "::1/64"
      })
  void refuses(String text) {
    assertThrows(IllegalArgumentException.class, () -> Prefix.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.2-10.0.0.1", "10.0.0.1-::1", "-", "10.0.0.1-", "1-2"})
  void refusesRanges(String text) {
    assertThrows(IllegalArgumentException.class, () -> IpRange.parse(text));
  }
}
