package org.vmn.generator.text;

import java.util.Locale;

/** Numbers with their units, in the words of the language. */
public final class Figures {
  private static final String[] BINARY = {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};
  private static final String[] BITS = {"bps", "Kbps", "Mbps", "Gbps", "Tbps"};
  private static final String[] TIME = {"ns", "us", "ms", "s"};
  private static final int KIBI = 1024;
  private static final int KILO = 1000;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final int MINUTE = 60;

  private Figures() {}

  /** {@code 4 GiB}: the largest unit that leaves a whole number; one decimal where none does. */
  public static String bytes(long bytes) {
    return scaled(bytes, KIBI, BINARY);
  }

  /** {@code 25 Gbps}. */
  public static String bits(long perSecond) {
    return scaled(perSecond, KILO, BITS);
  }

  private static String scaled(long amount, int step, String[] units) {
    int unit = 0;
    double left = amount;
    while (left >= step && unit < units.length - 1) {
      left /= step;
      unit++;
    }
    return decimal(left) + " " + units[unit];
  }

  /** A length of time as it was written: {@code 20 us}, {@code 5 s}, {@code 2 min}. */
  public static String time(long nanos) {
    if (nanos >= MINUTE * NANOS_PER_SECOND && nanos % (long) (MINUTE * NANOS_PER_SECOND) == 0) {
      return nanos / (long) (MINUTE * NANOS_PER_SECOND) + " min";
    }
    int unit = 0;
    double left = nanos;
    while (left >= KILO && unit < TIME.length - 1) {
      left /= KILO;
      unit++;
    }
    return decimal(left) + " " + TIME[unit];
  }

  /**
   * A measured length of time, always in milliseconds so that columns compare: {@code 12.41 ms}.
   */
  public static String millis(long nanos) {
    double millis = (double) nanos / NANOS_PER_MILLI;
    return String.format(
        Locale.ROOT, millis < 10 ? "%.2f ms" : millis < 1000 ? "%.1f ms" : "%.0f ms", millis);
  }

  /** {@code 1 234 567}: with narrow groups of three. */
  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
  }

  /** {@code 12.5 %} of a fraction of one. */
  public static String percent(double fraction) {
    return decimal(fraction * 100) + " %";
  }

  /** One digit after the point, and none when it would be 0. */
  private static String decimal(double number) {
    String text = String.format(Locale.ROOT, "%.1f", number);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  /** {@code 1 host}, {@code 3 hosts}. */
  public static String of(long number, String noun) {
    return count(number) + " " + noun + (number == 1 ? "" : "s");
  }
}
