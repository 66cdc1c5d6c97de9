package org.vmn.generator.cli;

import java.time.DateTimeException;
import java.time.Instant;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a point in time from 1970 to 9999, such as {@code 2026-11-27T08:00:00Z}. */
final class InstantReader implements ITypeConverter<Instant> {
  private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

  @Override
  public Instant convert(String text) {
    try {
      Instant instant = Instant.parse(text);
      if (!instant.isBefore(Instant.EPOCH) && !instant.isAfter(LAST)) {
        return instant;
      }
    } catch (DateTimeException e) {
      // Told below, in words.
    }
    throw new TypeConversionException(
        "`" + text + "` is no point in time: write one from 1970 on, such as 2026-11-27T08:00:00Z");
  }
}
