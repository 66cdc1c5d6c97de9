package org.vmn.tests.reuse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vmn.dsl.expressions.Evaluator;
import org.vmn.dsl.expressions.ExpressionParser;
import org.vmn.dsl.expressions.Functions;
import org.vmn.dsl.expressions.Value;
import org.vmn.dsl.expressions.Wrong;

/** What expressions come to. Decimal arithmetic is that of {@link BigDecimal}. */
class ArithmeticTest {
  private static final Evaluator.Names NONE =
      new Evaluator.Names() {
        @Override
        public @Nullable Value find(String name) {
          return null;
        }

        @Override
        public String unknown(String name) {
          return "there is nothing called `" + name + "`";
        }
      };

  private static String value(String text) {
    return new Evaluator(NONE).of(ExpressionParser.parse(text, 0)).text();
  }

  @Property
  void sumsDifferencesAndProductsAreExact(
      @ForAll @BigRange(min = "0", max = "1000000") BigDecimal a,
      @ForAll @BigRange(min = "0", max = "1000000") BigDecimal b,
      @ForAll @BigRange(min = "0", max = "1000") BigDecimal c) {
    String text = plain(a) + " + " + plain(b) + " * " + plain(c) + " - " + plain(b);
    BigDecimal expected = a.add(b.multiply(c)).subtract(b);
    assertEquals(plain(expected), value(text));
  }

  @Property
  void quantitiesAreNumbersOfTheirUnit(
      @ForAll @IntRange(min = 0, max = 5000) int gib,
      @ForAll @IntRange(min = 1, max = 64) int parts) {
    BigDecimal bytes = BigDecimal.valueOf(gib).multiply(BigDecimal.valueOf(1L << 30));
    BigDecimal part = bytes.divide(BigDecimal.valueOf(parts), 40, RoundingMode.HALF_UP);
    String whole = value("round(" + gib + " GiB / " + parts + " / 1 B)");
    assertEquals(part.setScale(0, RoundingMode.HALF_UP).toPlainString(), whole);
  }

  @Property
  void divisionUndoesMultiplication(
      @ForAll @IntRange(min = 1, max = 100000) int a,
      @ForAll @IntRange(min = 1, max = 100000) int b) {
    assertEquals(Integer.toString(a), value(a + " / " + b + " * " + b));
    assertEquals("true", value(a + " MiB * " + b + " / " + b + " == " + a + " MiB"));
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 + 2 * 3|7",
        "(1 + 2) * 3|9",
        "10 - 2 - 3|5",
        "-2 * 3|-6",
        "7 / 2|3.5",
        "1 / 3 * 3|1",
        "2 * 4 GiB|8 GiB",
        "4 GiB / 2|2 GiB",
        "50 % * 4 GiB|2 GiB",
        "1 GiB + 512 MiB|1536 MiB",
        "8 GB / 1 s|64 Gbps",
        "10 Gbps * 8 s|10 GB",
        "10 GB / 10 Gbps|8 s",
        "500 req/s * 2 min|60000",
        "120 req/min + 1 req/s|3 req/s",
        "3 > 2 and not 1 > 2|true",
        "1 == 2 or 2 == 2|true",
        "\"a-${1 + 1}\"|a-2",
        "\"$${x}\"|${x}",
        "[1, 2] + [3]|[1, 2, 3]",
        "[4, 5, 6][2]|5",
        "subnet(10.0.0.0/16, 8, 3)|10.0.3.0/24",
        "subnet(2001:db8::/48, 16, 10)|2001:db8:0:a::/64",
        "host(10.0.0.0/24, 5)|10.0.0.5",
        "host(10.0.0.0/24, -1)|10.0.0.255",
        "host(2001:db8::/64, -1)|2001:db8::ffff:ffff:ffff:ffff",
        "prefix(10.1.2.3, 16)|10.1.0.0/16",
        "bits(10.0.0.0/20)|20",
        "max(1, 3, 2)|3",
        "min(2 GiB, 512 MiB)|512 MiB",
        "sum([1, 2, 3])|6",
        "len(range(3, 7))|5",
        "len(range(3, 2))|0",
        "contains([\"a\", \"b\"], \"b\")|true",
        "join([1, 2], \"-\")|1-2",
        "mod(-1, 3)|2",
        "ceil(7 / 2)|4",
        "floor(-7 / 2)|-4",
        "when(1 < 2, \"yes\", \"no\")|yes",
        "upper(\"ab\")|AB",
      })
  void comesTo(String text, String expected) {
    assertEquals(expected, value(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 / 0|VMN2016 at 0 this divides by zero",
        "4 GiB + 1 s|VMN2015 at 8 `1 s` is a time; expected a size such as 4 GiB",
        "4 GiB * 1 GiB|VMN2015 at 0 a size can't be multiplied by a size",
        "not 3|VMN2015 at 4 `3` is a number; expected true or false",
        "1 == \"a\"|VMN2015 at 5 `a` is a text; expected a number",
        "4 GuB|VMN2004 at 2 `GuB` is not a unit",
        "n - 1|VMN2001 at 0 there is nothing called `n`",
        "mux(1, 2)|VMN2001 at 0 there is no function `mux`; did you mean `max`?",
        "len()|VMN2016 at 0 `len` is given 0 values",
        "[1, 2][3]|VMN2005 at 7 `3` is not an item of a list of 2",
        "subnet(10.0.0.0/24, 9, 0)|VMN2005 at 20 `9` is not a number of bits from 0 to 8",
        "subnet(10.0.0.0/24, 2, 4)|VMN2005 at 23 10.0.0.0/24 has 4 of them, numbered from 0",
        "host(10.0.0.0/30, 4)|VMN2005 at 18 10.0.0.0/30 has 4 addresses, numbered from 0",
        "range(1, 1000000)|VMN2019 at 0 `1..1000000` has more than 100000 numbers",
        "range(-9000000000000000000, 9000000000000000000)|VMN2005 at 7 `9000000000000000000` has"
            + " more than 18 digits",
        "10.0.0.300|VMN2006 at 0 `300` in `10.0.0.300` is not a number from 0 to 255",
        "1 +|VMN2016 at 3 a value is missing",
        "(1|VMN2016 at 2 `)` is missing at the end",
        "1 2|VMN2016 at 2 `2` can't follow here",
        "\"${1\"|VMN2016 at 1 this `${` has no `}`",
      })
  void saysWhatIsWrong(String text, String expected) {
    Wrong wrong = assertThrows(Wrong.class, () -> value(text));
    String message = wrong.message().replaceFirst("\n(?s).*", "");
    assertEquals(expected, wrong.code().id() + " at " + wrong.start() + " " + message);
  }

  /** Also those whose names are words of the language. */
  @Test
  void everyFunctionCanBeCalledInAFile() {
    for (String name : Functions.names()) {
      List<String> problems = Texts.problems("network n\nvar x = " + name + "(1)\n");
      assertTrue(problems.stream().noneMatch(p -> p.contains("VMN1001")), problems::toString);
    }
  }
}
