package org.vmn.dsl.expressions;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vmn.dsl.literals.Dimension;

/** Units as exact fractions of the base unit of their dimension. */
record Units(String name, Dimension dimension, Rational factor) {
  private static final List<Units> ALL = new ArrayList<>();
  private static final Map<Dimension, List<Units>> BY_DIMENSION;

  static {
    for (Dimension dimension : Dimension.values()) {
      dimension
          .units()
          .forEach((name, factor) ->
              ALL.add(new Units(name, dimension, exact(name, Rational.of(factor)))));
    }
    BY_DIMENSION = ALL.stream().collect(Collectors.groupingBy(Units::dimension));
  }

  /** The one unit that decimals can't say: thousandths a second, of one a minute. */
  private static Rational exact(String name, Rational factor) {
    return name.equals("req/min")
        ? Rational.reduced(BigInteger.valueOf(1000), BigInteger.valueOf(60))
        : factor;
  }

  static Optional<Units> find(String name) {
    return ALL.stream().filter(u -> !name.isEmpty() && u.name.equals(name)).findFirst();
  }

  static List<Units> of(Dimension dimension) {
    return BY_DIMENSION.getOrDefault(dimension, List.of());
  }
}
