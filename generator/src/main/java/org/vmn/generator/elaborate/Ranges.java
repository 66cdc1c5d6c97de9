package org.vmn.generator.elaborate;

import org.vmn.dsl.vmn.Quantity;
import org.vmn.dsl.vmn.VmnFactory;

/** {@code 500 .. 20000 req/s}: the unit of the second number is the first one's too. */
final class Ranges {
  private Ranges() {}

  static Quantity withUnit(Quantity first, Quantity last) {
    Quantity both = VmnFactory.eINSTANCE.createQuantity();
    both.setValue(first.getValue());
    both.setUnit(last.getUnit());
    return both;
  }
}
