package org.vmn.generator.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A variable, and the values that it takes one after the other.
 *
 * @param name as {@code --set} has it
 * @param values as {@code --set} has them, one or more
 */
record Sweep(String name, List<String> values) {
  /** Of one variable; more are refused before anything is compiled. */
  static final int MOST_VALUES = 1000;

  private static final String NUMBER =
      "\\s*(-?\\d{1,15}(?:\\.\\d{1,9})?)\\s*([%\\p{L}][\\p{L}/]*)?\\s*";
  private static final Pattern RANGE =
      Pattern.compile(NUMBER + "\\.\\." + NUMBER + "(?:\\.\\." + NUMBER + ")?");

  Sweep {
    values = List.copyOf(values);
  }

  /** Reads {@code count=2..16}, {@code size=4..16..4 GiB} or {@code zone="a","b"}. */
  static final class Reader implements ITypeConverter<Sweep> {
    @Override
    public Sweep convert(String text) {
      int equals = text.indexOf('=');
      String name = equals < 0 ? "" : text.substring(0, equals).strip();
      String said = text.substring(equals + 1);
      if (name.isEmpty() || said.isBlank()) {
        throw new TypeConversionException(
            "`"
                + text
                + "` is no sweep: write count=2..16, size=4..16..4 GiB or size='4 GiB, 8 GiB'");
      }
      Matcher range = RANGE.matcher(said);
      return new Sweep(name, range.matches() ? range(text, range) : list(text, said));
    }
  }

  private static List<String> range(String text, Matcher range) {
    BigDecimal from = new BigDecimal(range.group(1));
    BigDecimal to = new BigDecimal(range.group(3));
    BigDecimal step =
        range.group(5) == null ? BigDecimal.ONE : new BigDecimal(range.group(5)).abs();
    String unit = "";
    for (int group = 2; group <= 6; group += 2) {
      String here = range.group(group);
      if (here != null && !unit.isEmpty() && !unit.equals(here)) {
        throw new TypeConversionException("`" + text + "` has two units, " + unit + " and " + here);
      }
      unit = here == null ? unit : here;
    }
    if (step.signum() == 0) {
      throw new TypeConversionException("`" + text + "` has steps of 0");
    }
    if (to.subtract(from).abs().divideToIntegralValue(step).compareTo(most()) >= 0) {
      throw tooMany(text);
    }
    List<String> values = new ArrayList<>();
    BigDecimal by = to.compareTo(from) < 0 ? step.negate() : step;
    for (BigDecimal at = from; to.subtract(at).signum() != -by.signum(); at = at.add(by)) {
      values.add(at.toPlainString() + (unit.isEmpty() ? "" : " " + unit));
    }
    return values;
  }

  private static BigDecimal most() {
    return BigDecimal.valueOf(MOST_VALUES);
  }

  private static TypeConversionException tooMany(String text) {
    return new TypeConversionException("`" + text + "` has more than " + MOST_VALUES + " values");
  }

  /** At commas that stand neither in a text nor in brackets. */
  private static List<String> list(String text, String said) {
    List<String> values = new ArrayList<>();
    int depth = 0;
    boolean quoted = false;
    int begin = 0;
    for (int i = 0; i <= said.length(); i++) {
      char c = i == said.length() ? ',' : said.charAt(i);
      quoted ^= c == '"';
      depth += c == '[' || c == '(' ? 1 : c == ']' || c == ')' ? -1 : 0;
      if (i == said.length() || c == ',' && !quoted && depth == 0) {
        values.add(said.substring(begin, i).strip());
        begin = i + 1;
      }
    }
    if (values.stream().anyMatch(String::isEmpty)) {
      throw new TypeConversionException("`" + text + "` has an empty value");
    }
    if (values.size() > MOST_VALUES) {
      throw tooMany(text);
    }
    return values;
  }
}
