package org.vmn.dsl.expressions;

import static org.vmn.dsl.diagnostics.Messages.help;
import static org.vmn.dsl.diagnostics.Messages.quoted;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Suggestions;
import org.vmn.dsl.expressions.Value.Amount;
import org.vmn.dsl.literals.Dimension;

/** The functions of the language. */
public final class Functions {
  /** Past this a list is refused. */
  static final int MOST_ITEMS = 100_000;

  /** A function: what it is given, and what it makes of it. */
  private record Function(String form, int least, int most, Body body) {}

  /** Makes a value of arguments. */
  interface Body {
    Value of(Arguments arguments);
  }

  private static final Map<String, Function> ALL = new TreeMap<>();

  static {
    add("min(a, b, …)", 1, 99, a -> a.least(1));
    add("max(a, b, …)", 1, 99, a -> a.least(-1));
    add("sum(list)", 1, 1, Functions::sum);
    add("len(list)", 1, 1, Functions::length);
    add("range(first, last)", 2, 2, Functions::range);
    add("contains(list, value)", 2, 2, a -> new Value.Truth(a.list(0).contains(a.get(1))));
    add("join(list, separator)", 2, 2, Functions::join);
    add("floor(number)", 1, 1, a -> new Amount(a.number(0).floor(), Dimension.COUNT));
    add(
        "ceil(number)",
        1,
        1,
        a -> new Amount(a.number(0).negated().floor().negated(), Dimension.COUNT));
    add("round(number)", 1, 1, a -> new Amount(a.number(0).rounded(), Dimension.COUNT));
    add("mod(a, b)", 2, 2, Functions::mod);
    add("when(condition, then, else)", 3, 3, a -> a.get(a.truth(0) ? 1 : 2));
    add("upper(text)", 1, 1, a -> new Value.Text(a.text(0).toUpperCase(Locale.ROOT)));
    add("lower(text)", 1, 1, a -> new Value.Text(a.text(0).toLowerCase(Locale.ROOT)));
    add("subnet(prefix, bits, n)", 3, 3, Subnets::subnet);
    add("host(prefix, n)", 2, 2, Subnets::host);
    add("prefix(address, length)", 2, 2, Subnets::around);
    add("bits(prefix)", 1, 1, a -> Amount.of(a.block(0).length()));
    add("count(machines)", 1, 1, Functions::count);
  }

  private Functions() {}

  private static void add(String form, int least, int most, Body body) {
    ALL.put(form.substring(0, form.indexOf('(')), new Function(form, least, most, body));
  }

  /** How each is written, in order of name. */
  public static List<String> forms() {
    return ALL.values().stream().map(Function::form).toList();
  }

  public static Set<String> names() {
    return Set.copyOf(ALL.keySet());
  }

  static Value call(Expression.Call call, List<Value> arguments) {
    Function function = ALL.get(call.function());
    if (function == null) {
      int end = call.start() + call.function().length();
      Optional<String> nearest = Suggestions.nearest(call.function(), ALL.keySet());
      String message = "there is no function " + quoted(call.function());
      throw new Wrong(
          Code.UNKNOWN_NAME,
          call.start(),
          end,
          nearest
              .map(n -> message + "; did you mean `" + n + "`?")
              .orElseGet(() -> help(message, "functions are " + String.join(", ", ALL.keySet()))));
    }
    if (arguments.size() < function.least() || arguments.size() > function.most()) {
      throw new Wrong(
          Code.BAD_EXPRESSION,
          call.start(),
          call.end(),
          help(
              "`"
                  + call.function()
                  + "` is given "
                  + arguments.size()
                  + (arguments.size() == 1 ? " value" : " values"),
              "the form is `" + function.form() + "`"));
    }
    return function.body().of(new Arguments(call, arguments));
  }

  static Value listing(Expression at, List<Value> items) {
    if (items.size() > MOST_ITEMS) {
      throw new Wrong(
          Code.TOO_MANY, at.start(), at.end(), "the list has more than " + MOST_ITEMS + " items");
    }
    return new Value.Listing(items);
  }

  private static Value sum(Arguments arguments) {
    List<Value> items = arguments.list(0);
    Value sum = items.isEmpty() ? Amount.of(0) : items.get(0);
    for (Value item : items.subList(Math.min(1, items.size()), items.size())) {
      sum = arguments.plus(sum, item);
    }
    return sum;
  }

  private static Value length(Arguments arguments) {
    return arguments.get(0) instanceof Value.Text text
        ? Amount.of(text.text().length())
        : Amount.of(arguments.list(0).size());
  }

  private static Value range(Arguments arguments) {
    long first = arguments.whole(0);
    long last = arguments.whole(1);
    return listing(arguments.call(), values(arguments.call(), first, last));
  }

  /** The whole numbers of a range, which is empty when it ends before it begins. */
  public static List<Value> values(Expression at, long first, long last) {
    if (last >= first && (last - first < 0 || last - first >= MOST_ITEMS)) {
      throw new Wrong(
          Code.TOO_MANY,
          at.start(),
          at.end(),
          "`" + first + ".." + last + "` has more than " + MOST_ITEMS + " numbers");
    }
    List<Value> numbers = new ArrayList<>();
    for (long number = first; number <= last; number++) {
      numbers.add(Amount.of(number));
    }
    return numbers;
  }

  private static Value join(Arguments arguments) {
    StringBuilder text = new StringBuilder();
    for (Value item : arguments.list(0)) {
      text.append(text.isEmpty() ? "" : arguments.text(1)).append(item.text());
      Evaluator.bound(text, arguments.call());
    }
    return new Value.Text(text.toString());
  }

  private static Value mod(Arguments arguments) {
    Rational a = arguments.number(0);
    Rational b = arguments.number(1);
    return new Amount(a.minus(a.over(b).floor().times(b)), Dimension.COUNT);
  }

  private static Value count(Arguments arguments) {
    if (arguments.get(0) instanceof Value.Declaration declaration) {
      return Amount.of(declaration.count());
    }
    throw Operators.mistyped(
        arguments.call().arguments().get(0), arguments.get(0), "a machine or a host");
  }
}
