package org.vmn.runtime.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The algebra of sets against bits, in a universe of a few addresses at each end of both families.
 */
class IpSetTest {
  private static final int EACH = 8;
  private static final List<Ip> UNIVERSE = new ArrayList<>();

  static {
    for (Ip.Family family : Ip.Family.values()) {
      for (int i = 0; i < EACH; i++) {
        UNIVERSE.add(Ip.lowest(family).plus(i));
      }
      for (int i = EACH - 1; i >= 0; i--) {
        UNIVERSE.add(Ip.highest(family).plus(-i));
      }
    }
  }

  /** Ranges between any two addresses of the universe of one family. */
  @Provide
  Arbitrary<List<IpRange>> rangeLists() {
    Arbitrary<Ip> ips = Arbitraries.of(UNIVERSE);
    return Combinators.combine(ips, ips)
        .filter((a, b) -> a.family() == b.family())
        .as((a, b) -> a.compareTo(b) <= 0 ? new IpRange(a, b) : new IpRange(b, a))
        .list()
        .ofMaxSize(6);
  }

  private static BitSet bits(List<IpRange> ranges) {
    BitSet bits = new BitSet();
    for (int i = 0; i < UNIVERSE.size(); i++) {
      Ip ip = UNIVERSE.get(i);
      bits.set(i, ranges.stream().anyMatch(r -> r.contains(ip)));
    }
    return bits;
  }

  private static BitSet bits(IpSet set) {
    BitSet bits = new BitSet();
    for (int i = 0; i < UNIVERSE.size(); i++) {
      bits.set(i, set.contains(UNIVERSE.get(i)));
    }
    return bits;
  }

  @Property
  void holdsWhatItsRangesHold(@ForAll("rangeLists") List<IpRange> ranges) {
    assertEquals(bits(ranges), bits(IpSet.of(ranges)));
    assertEquals(bits(ranges), bits(IpSet.of(ranges).ranges()));
  }

  @Property
  void rangesAreSortedAndDoNotTouch(@ForAll("rangeLists") List<IpRange> ranges) {
    List<IpRange> merged = IpSet.of(ranges).ranges();
    for (int i = 1; i < merged.size(); i++) {
      Ip before = merged.get(i - 1).last();
      Ip first = merged.get(i).first();
      boolean apart = before.family() != first.family() || before.next().compareTo(first) < 0;
      assertTrue(before.compareTo(first) < 0 && apart, merged.toString());
    }
  }

  @Property
  void algebra(
      @ForAll("rangeLists") List<IpRange> first, @ForAll("rangeLists") List<IpRange> second) {
    IpSet a = IpSet.of(first);
    IpSet b = IpSet.of(second);
    BitSet union = bits(first);
    union.or(bits(second));
    BitSet common = bits(first);
    common.and(bits(second));
    BitSet rest = bits(first);
    rest.andNot(bits(second));
    assertEquals(union, bits(a.union(b)));
    assertEquals(common, bits(a.intersect(b)));
    assertEquals(rest, bits(a.minus(b)));
    assertEquals(!common.isEmpty(), a.meets(b));
    // Equal sets are equal values, whichever way they came about.
    assertEquals(a.union(b), b.union(a));
    assertEquals(a.intersect(b), b.intersect(a));
    assertEquals(a, a.minus(b).union(a.intersect(b)));
    assertEquals(a.union(b).complement(), a.complement().intersect(b.complement()));
  }

  @Property
  void complement(@ForAll("rangeLists") List<IpRange> ranges) {
    IpSet set = IpSet.of(ranges);
    BitSet others = bits(ranges);
    others.flip(0, UNIVERSE.size());
    assertEquals(others, bits(set.complement()));
    assertEquals(set, set.complement().complement());
    assertEquals(IpSet.ALL, set.union(set.complement()));
    assertEquals(IpSet.NONE, set.intersect(set.complement()));
    assertEquals(set, set.of(Ip.Family.V4).union(set.of(Ip.Family.V6)));
  }

  @Property
  void prefixesCoverTheSet(@ForAll("rangeLists") List<IpRange> ranges) {
    IpSet set = IpSet.of(ranges);
    assertEquals(set, IpSet.of(set.prefixes().stream().map(Prefix::range).toList()));
  }
}
