package org.vmn.dsl.literals;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a number measures, with the units that it may be written in. Values are whole numbers of the
 * base unit.
 */
public enum Dimension {
  /** A plain number, without unit. */
  COUNT("a number"),
  /** Bytes. */
  SIZE("a size such as 4 GiB"),
  /** Bits a second. */
  BANDWIDTH("a rate such as 10 Gbps"),
  /** Nanoseconds. */
  TIME("a time such as 20 ms"),
  /** Millionths. */
  FRACTION("a share such as 0.5 %"),
  /** Clients that wait for their answers. */
  CLIENTS("a number of clients such as 200 clients"),
  /** Thousandths of a request a second. */
  REQUESTS("a request rate such as 500 req/s");

  private final String example;

  @SuppressWarnings("ImmutableEnumChecker") // filled once, below
  private final Map<String, BigDecimal> units = new LinkedHashMap<>();

  static {
    COUNT.unit("", 1);
    String[] decimal = {"", "k", "M", "G", "T", "P"};
    for (int i = 0; i < decimal.length; i++) {
      SIZE.unit((i == 1 ? "k" : decimal[i]) + "B", (long) Math.pow(1000, i));
      BANDWIDTH.unit((i == 1 ? "k" : decimal[i]) + "bps", (long) Math.pow(1000, i));
      if (i > 0) {
        SIZE.unit((i == 1 ? "K" : decimal[i]) + "iB", 1L << 10 * i);
      }
    }
    BANDWIDTH.unit("Kbps", 1000);
    SIZE.unit("KB", 1000);
    TIME.unit("ns", 1);
    TIME.unit("us", 1_000);
    TIME.unit("ms", 1_000_000);
    TIME.unit("s", 1_000_000_000);
    TIME.unit("min", 60_000_000_000L);
    TIME.unit("h", 3_600_000_000_000L);
    TIME.unit("d", 86_400_000_000_000L);
    FRACTION.unit("%", 10_000);
    CLIENTS.unit("clients", 1);
    CLIENTS.unit("client", 1);
    REQUESTS.unit("req/s", 1_000);
    REQUESTS.unit("kreq/s", 1_000_000);
    REQUESTS.unit(
        "req/min", new BigDecimal(1000).divide(new BigDecimal(60), MathContext.DECIMAL64));
  }

  Dimension(String example) {
    this.example = example;
  }

  private void unit(String name, long factor) {
    unit(name, BigDecimal.valueOf(factor));
  }

  private void unit(String name, BigDecimal factor) {
    units.put(name, factor);
  }

  /** In words, with an example. */
  public String example() {
    return example;
  }

  /** Whether a text is a unit of any dimension. */
  public static boolean isUnit(String text) {
    return !text.isEmpty()
        && Arrays.stream(values()).anyMatch(dimension -> dimension.units.containsKey(text));
  }

  /** Units by name, each with how many base units it is. */
  public Map<String, BigDecimal> units() {
    return Collections.unmodifiableMap(units);
  }
}
