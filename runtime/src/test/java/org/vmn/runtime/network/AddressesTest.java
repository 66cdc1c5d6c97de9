package org.vmn.runtime.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpRange;
import org.vmn.runtime.value.IpSet;
import org.vmn.runtime.value.Prefix;

/** Addresses and places as functions of a replica's number, against lists of them. */
class AddressesTest {
  private static final Prefix SUBNET = Prefix.parse("10.0.0.0/16");

  /** Disjoint ranges, not always ascending. */
  @Provide
  Arbitrary<List<IpRange>> ranges() {
    return Arbitraries.integers()
        .between(0, 15)
        .list()
        .uniqueElements()
        .ofMinSize(1)
        .ofMaxSize(5)
        .map(blocks ->
            blocks.stream()
                .map(b -> {
                  Ip first = SUBNET.first().plus(b * 10L);
                  return new IpRange(first, first.plus(b % 10));
                })
                .toList());
  }

  private static List<Ip> unfolded(List<IpRange> ranges) {
    List<Ip> all = new ArrayList<>();
    for (IpRange range : ranges) {
      for (long i = 0; i < range.size(); i++) {
        all.add(range.first().plus(i));
      }
    }
    return all;
  }

  @Property
  void areThoseOfTheRangesInOrder(@ForAll("ranges") List<IpRange> ranges) {
    Addresses addresses = new Addresses(SUBNET, ranges);
    List<Ip> all = unfolded(ranges);
    for (int i = 0; i < all.size(); i++) {
      assertEquals(all.get(i), addresses.at(i));
      assertEquals(i, addresses.offsetOf(all.get(i)));
    }
    assertThrows(IndexOutOfBoundsException.class, () -> addresses.at(all.size()));
    assertThrows(IndexOutOfBoundsException.class, () -> addresses.at(-1));
    assertEquals(-1, addresses.offsetOf(Ip.parse("10.0.255.255")));
    assertEquals(-1, addresses.offsetOf(Ip.parse("::1")));
  }

  @Property
  void slicesAreTheAddressesBetween(
      @ForAll("ranges") List<IpRange> ranges,
      @ForAll @IntRange(max = 30) int a,
      @ForAll @IntRange(max = 30) int b) {
    Addresses addresses = new Addresses(SUBNET, ranges);
    List<Ip> all = unfolded(ranges);
    int first = Math.min(Math.min(a, b), all.size() - 1);
    int last = Math.min(Math.max(a, b), all.size() - 1);
    List<IpRange> expected = all.subList(first, last + 1).stream().map(IpRange::of).toList();
    assertEquals(IpSet.of(expected), addresses.slice(first, last));
  }

  /**
   * Sizes saturate; what comes after a range without end is never reached, and nothing overflows.
   */
  @Test
  void bearsRangesWithoutEnd() {
    Prefix subnet = Prefix.parse("2001:db8::/32");
    Ip half = Ip.parse("2001:db8:8000::");
    List<IpRange> halves =
        List.of(new IpRange(subnet.first(), half.previous()), new IpRange(half, subnet.last()));
    Addresses addresses = new Addresses(subnet, halves);
    assertEquals(Ip.parse("2001:db8::7fff:ffff"), addresses.at(Integer.MAX_VALUE));
    assertEquals(
        IpSet.of(List.of(new IpRange(subnet.first(), subnet.first().plus(9)))),
        addresses.slice(0, 9));
    assertEquals(-1, addresses.offsetOf(half));
    assertEquals(-1, addresses.offsetOf(half.previous()));
  }

  @Property
  void hostsTakeTurnsWithinBlocks(
      @ForAll @Size(min = 1, max = 4) List<@IntRange(min = 1, max = 7) Integer> counts,
      @ForAll @IntRange(min = 1, max = 4) int hosts) {
    List<Placement.Block> blocks = new ArrayList<>();
    List<Ref> expected = new ArrayList<>();
    for (int b = 0; b < counts.size(); b++) {
      List<Ref> turn = new ArrayList<>();
      for (int h = 0; h < hosts; h++) {
        turn.add(new Ref("h" + b, h + 1));
      }
      blocks.add(new Placement.Block(counts.get(b), turn));
      for (int i = 0; i < counts.get(b); i++) {
        expected.add(turn.get(i % hosts));
      }
    }
    Placement placement = new Placement(blocks);
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(expected.get(i), placement.hostOf(i));
    }
    assertThrows(IndexOutOfBoundsException.class, () -> placement.hostOf(expected.size()));
    assertThrows(IndexOutOfBoundsException.class, () -> placement.hostOf(-1));
  }
}
