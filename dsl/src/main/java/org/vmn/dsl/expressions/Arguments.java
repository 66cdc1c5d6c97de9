package org.vmn.dsl.expressions;

import java.util.List;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.expressions.Value.Amount;
import org.vmn.dsl.literals.Dimension;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.Prefix;

/** The arguments of a call, each asked for as what it should be. */
record Arguments(Expression.Call call, List<Value> values) {
  Value get(int index) {
    return values.get(index);
  }

  List<Value> list(int index) {
    if (get(index) instanceof Value.Listing list) {
      return list.items();
    }
    throw mistyped(index, "a list such as [1, 2]");
  }

  String text(int index) {
    if (get(index) instanceof Value.Text text) {
      return text.text();
    }
    throw mistyped(index, "a text");
  }

  boolean truth(int index) {
    if (get(index) instanceof Value.Truth truth) {
      return truth.holds();
    }
    throw mistyped(index, "true or false");
  }

  Prefix block(int index) {
    if (get(index) instanceof Value.Block block) {
      return block.prefix();
    }
    throw mistyped(index, "a prefix such as 10.0.0.0/24");
  }

  Ip address(int index) {
    if (get(index) instanceof Value.Address address) {
      return address.ip();
    }
    throw mistyped(index, "an address such as 10.0.0.1");
  }

  Rational number(int index) {
    if (get(index) instanceof Amount amount && amount.dimension() == Dimension.COUNT) {
      return amount.amount();
    }
    throw mistyped(index, "a number");
  }

  long whole(int index) {
    return number(index).whole().orElseThrow(() -> mistyped(index, "a whole number"));
  }

  /** The least of all when {@code sign} is positive, otherwise the greatest. */
  Value least(int sign) {
    Value best = get(0);
    for (Value value : values) {
      Expression.Infix compared = new Expression.Infix("<", call, call, call.start(), call.end());
      Value less =
          sign > 0
              ? Operators.apply(compared, value, best)
              : Operators.apply(compared, best, value);
      best = less.equals(new Value.Truth(true)) ? value : best;
    }
    return best;
  }

  Value plus(Value a, Value b) {
    return Operators.apply(new Expression.Infix("+", call, call, call.start(), call.end()), a, b);
  }

  Wrong wrong(int index, Code code, String message) {
    Expression argument = call.arguments().get(index);
    return new Wrong(code, argument.start(), argument.end(), message);
  }

  private Wrong mistyped(int index, String expected) {
    return Operators.mistyped(call.arguments().get(index), get(index), expected);
  }
}
