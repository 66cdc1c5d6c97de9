package org.vmn.dsl.validation;

import static org.vmn.dsl.diagnostics.Messages.quoted;

import org.eclipse.xtext.validation.Check;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Fix;
import org.vmn.dsl.diagnostics.Messages;
import org.vmn.dsl.literals.Amounts;
import org.vmn.dsl.literals.Dimension;
import org.vmn.dsl.vmn.Cpu;
import org.vmn.dsl.vmn.Load;
import org.vmn.dsl.vmn.Quantity;
import org.vmn.dsl.vmn.VmnFactory;
import org.vmn.dsl.vmn.VmnPackage.Literals;

/** Numbers with units: the unit fits the place, and the amount lies within its bounds. */
public class QuantityChecks extends Checks {

  @Check
  void quantity(Quantity quantity) {
    @Nullable Bounds bounds = Bounds.of(quantity);
    if (bounds != null
        && !(quantity.eContainer() instanceof Load load && isToldOfRange(quantity, load))) {
      check(quantity, bounds);
    }
  }

  @Check
  void load(Load load) {
    if (load.getLast() != null
        && load.getFirst().getUnit() != null
        && load.getLast().getUnit() == null) {
      report(
          Code.BAD_UNIT,
          load,
          Literals.LOAD__LAST,
          "a range of rates has its unit at its end, such as `500 .. 2000 req/s`");
    }
  }

  private void check(Quantity quantity, Bounds bounds) {
    Quantity whole = withUnitOfItsRange(quantity);
    boolean rightUnit = Amounts.hasUnitOf(whole, bounds.dimension());
    try {
      long amount = Amounts.of(whole, bounds.dimension());
      if (amount < bounds.least() || amount > bounds.most()) {
        throw new IllegalArgumentException(
            quoted(Amounts.text(whole)) + " is out of bounds; expected " + bounds.words());
      }
    } catch (IllegalArgumentException e) {
      String[] fixes = rightUnit ? new String[0] : fixes(quantity, bounds);
      String message =
          quantity.eContainer() instanceof Cpu && Amounts.hasUnitOf(whole, Dimension.SIZE)
              ? Messages.help(
                  Messages.of(e), "`cpu` counts cores; write `memory " + Amounts.text(whole) + "`")
              : Messages.of(e);
      report(rightUnit ? Code.OUT_OF_RANGE : Code.BAD_UNIT, quantity, message, fixes);
    }
  }

  /** A unit in the wrong case: {@code 4 gib}. */
  private static String[] fixes(Quantity quantity, Bounds bounds) {
    String unit = quantity.getUnit();
    return bounds.dimension().units().keySet().stream()
        .filter(u -> u.equalsIgnoreCase(unit))
        .limit(1)
        .map(u ->
            fix(Fix.certain("write `" + u + "`", PLACES.of(quantity, Literals.QUANTITY__UNIT), u)))
        .toArray(String[]::new);
  }

  /** Whether what is wrong with one end of a range is said at the other. */
  private static boolean isToldOfRange(Quantity quantity, Load load) {
    Quantity last = load.getLast();
    if (last == null || last.getUnit() != null) {
      return false;
    }
    return quantity.equals(last) == (load.getFirst().getUnit() != null);
  }

  /** In {@code 500 .. 2000 req/s} the unit is that of both numbers. */
  private static Quantity withUnitOfItsRange(Quantity quantity) {
    if (quantity.getUnit() != null
        || !(quantity.eContainer() instanceof Load load)
        || load.getLast() == null) {
      return quantity;
    }
    Quantity whole = VmnFactory.eINSTANCE.createQuantity();
    whole.setValue(quantity.getValue());
    whole.setUnit(load.getLast().getUnit());
    return whole;
  }
}
