package org.vmn.dsl.expressions;

import java.util.List;

/** An expression as it is written. Places are characters from the beginning of its text. */
public sealed interface Expression {
  int start();

  /** Exclusive. */
  int end();

  /** A number, a quantity, an address, a text without holes, a truth. */
  record Literal(Value value, int start, int end) implements Expression {}

  /** The name of a value or of a declaration. */
  record Name(String name, int start, int end) implements Expression {}

  /** A text or a name with holes. */
  record Holed(Holes holes, int start, int end) implements Expression {}

  /** A function with its arguments. */
  record Call(String function, List<Expression> arguments, int start, int end)
      implements Expression {}

  /** {@code -x} and {@code not x}. */
  record Prefixed(String operator, Expression operand, int start, int end) implements Expression {}

  /** Two operands. */
  record Infix(String operator, Expression left, Expression right, int start, int end)
      implements Expression {}

  /** {@code [a, b]}. */
  record Listed(List<Expression> items, int start, int end) implements Expression {}

  /** {@code list[2]}. */
  record Item(Expression list, Expression index, int start, int end) implements Expression {}
}
