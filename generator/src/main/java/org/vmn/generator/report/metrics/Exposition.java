package org.vmn.generator.report.metrics;

import java.io.IOException;
import java.math.BigDecimal;

/** Writes the format: families with their samples, in the order in which they come. */
final class Exposition {
  private final Appendable out;
  private final BigDecimal start;
  private String family = "";
  private String header = "";
  private String suffix = "";

  Exposition(Appendable out, long startSeconds) {
    this.out = out;
    start = BigDecimal.valueOf(startSeconds);
  }

  /** The samples that follow are of a counter; its name is without {@code _total}. */
  void counter(String name, String help) {
    begin(name, "counter", "_total", help);
  }

  /** The samples that follow are of a gauge. */
  void gauge(String name, String help) {
    begin(name, "gauge", "", help);
  }

  private void begin(String name, String type, String after, String help) {
    family = name;
    suffix = after;
    header = "# TYPE " + name + " " + type + "\n# HELP " + name + " " + help + "\n";
  }

  /** Of one series in order of time, and of one series after the other. */
  void sample(Labels labels, long atNanos, double value) throws IOException {
    out.append(header);
    header = "";
    out.append(family).append(suffix).append(labels.text()).append(' ').append(number(value));
    out.append(' ').append(time(atNanos)).append('\n');
  }

  private String time(long atNanos) {
    BigDecimal time = start.add(BigDecimal.valueOf(atNanos, 9));
    return time.signum() == 0 ? "0" : time.stripTrailingZeros().toPlainString();
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.valueOf((long) value)
        : String.valueOf(value);
  }

  void end() throws IOException {
    out.append("# EOF\n");
  }
}
