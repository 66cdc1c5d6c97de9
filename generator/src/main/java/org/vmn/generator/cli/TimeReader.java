package org.vmn.generator.cli;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a length of time as the language has it, such as {@code 4min} or {@code '1.5 s'}. */
final class TimeReader implements ITypeConverter<Long> {
  private static final Pattern TIME =
      Pattern.compile("\\s*(\\d{1,12}(?:\\.\\d{1,9})?)\\s*(\\p{L}+)\\s*");

  private static final Map<String, Long> NANOS =
      Map.of(
          "ns", 1L,
          "us", 1_000L,
          "ms", 1_000_000L,
          "s", 1_000_000_000L,
          "min", 60_000_000_000L,
          "h", 3_600_000_000_000L,
          "d", 86_400_000_000_000L);

  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

  @Override
  public Long convert(String text) {
    Matcher time = TIME.matcher(text);
    Long unit = time.matches() ? NANOS.get(time.group(2)) : null;
    if (unit == null) {
      throw new TypeConversionException(
          "`" + text + "` is no time: write a number and ns, us, ms, s, min, h or d, such as 4min");
    }
    return new BigDecimal(time.group(1)).multiply(BigDecimal.valueOf(unit)).min(MOST).longValue();
  }
}
