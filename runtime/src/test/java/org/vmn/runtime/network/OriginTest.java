package org.vmn.runtime.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {
  private static Arbitrary<Origin> one() {
    Arbitrary<Integer> numbers = Arbitraries.integers().between(1, 999_999_999);
    Arbitrary<String> files =
        Arbitraries.oneOf(
            Arbitraries.strings().alpha().ofMaxLength(8),
            Arbitraries.strings().withChars("a:<%>- /\\\n\u00e9\u4e2d3C").ofMaxLength(8));
    return Combinators.combine(files, numbers, numbers, numbers, numbers)
        .as((file, a, b, c, d) -> new Origin(file, a, b, c, d, null));
  }

  /** Chains of expansions; a template of the standard library may have no place of its own. */
  @Provide
  Arbitrary<Origin> origins() {
    return Arbitraries.oneOf(one(), Arbitraries.just(Origin.NONE))
        .list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .map(chain -> {
          Origin origin = chain.get(0);
          for (Origin of : chain.subList(1, chain.size())) {
            origin =
                new Origin(of.file(), of.line(), of.column(), of.endLine(), of.endColumn(), origin);
          }
          return origin;
        });
  }

  @Property
  void textReadsBack(@ForAll("origins") Origin origin) {
    assertEquals(origin, Origin.parse(origin.encoded()));
    assertTrue(origin.encoded().chars().noneMatch(Character::isISOControl), origin.encoded());
  }

  @Test
  void isReadable() {
    Origin use = new Origin("shop.vmn", 14, 5, 14, 20, null);
    Origin template = new Origin("std/node.vmn", 3, 1, 9, 2, use);
    assertEquals("std/node.vmn:3:1-9:2 < shop.vmn:14:5-14:20", template.encoded());
    assertEquals("shop.vmn:14:5", use.toString());
    assertEquals("(default)", Origin.NONE.toString());
    assertEquals("", Origin.NONE.encoded());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "x:1",
        "x:1:2-3",
        "x:1:2-3:1234567890",
        "x:a:2-3:4",
        "x:1:2-3:4 <",
        "x%zz:1:2-3:4",
        "x%4:1:2-3:4"
      })
  void refuses(String text) {
    assertThrows(IllegalArgumentException.class, () -> Origin.parse(text));
  }

  @Test
  void boundsExpansions() {
    String many = "x:1:1-1:1 < ".repeat(100) + "x:1:1-1:1";
    assertThrows(IllegalArgumentException.class, () -> Origin.parse(many));
  }

  @ParameterizedTest
  @ValueSource(strings = {"kvm", "kvm[1]", "kvm[999999999]"})
  void refsReadBack(String text) {
    assertEquals(text, Ref.parse(text).toString());
    assertEquals(text + ".eno1.5", UplinkRef.parse(text + ".eno1.5").toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kvm[0]",
        "kvm[]",
        "kvm[-1]",
        "kvm[1",
        "kvm[1]x",
        "kvm[1234567890]",
        "kvm[01]",
        "kvm[1][2]"
      })
  void refusesRefs(String text) {
    assertThrows(IllegalArgumentException.class, () -> Ref.parse(text));
  }
}
