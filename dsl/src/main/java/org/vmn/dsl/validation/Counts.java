package org.vmn.dsl.validation;

import org.eclipse.emf.ecore.EObject;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.vmn.Count;
import org.vmn.dsl.vmn.FabricSwitch;
import org.vmn.dsl.vmn.Host;
import org.vmn.dsl.vmn.Vm;

/** What may stand for several, and for how many. */
final class Counts {
  private static final int MOST_DIGITS = 7;

  private Counts() {}

  static boolean canHave(EObject element) {
    return element instanceof Vm || element instanceof Host || element instanceof FabricSwitch;
  }

  static @Nullable Count of(EObject element) {
    return switch (element) {
      case Vm vm -> vm.getCount();
      case Host host -> host.getCount();
      case FabricSwitch device -> device.getCount();
      default -> null;
    };
  }

  /** Numbers with too many digits are past every count. */
  static int number(String digits) {
    return digits.matches("[0-9]{1," + MOST_DIGITS + "}")
        ? Integer.parseInt(digits)
        : Integer.MAX_VALUE;
  }
}
