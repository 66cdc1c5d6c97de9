package org.vmn.dsl.expand;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.vmn.dsl.literals.Dimension;
import org.vmn.dsl.parser.Values;
import org.vmn.dsl.scoping.Contents;
import org.vmn.dsl.scoping.VmnResource;
import org.vmn.dsl.vmn.Argument;
import org.vmn.dsl.vmn.ComputedTerm;
import org.vmn.dsl.vmn.For;
import org.vmn.dsl.vmn.If;
import org.vmn.dsl.vmn.Model;
import org.vmn.dsl.vmn.Parameter;
import org.vmn.dsl.vmn.Quantity;
import org.vmn.dsl.vmn.Variable;

/** Whether a file has anything to expand. */
final class Dynamic {
  private static final Map<EClass, List<EAttribute>> TEXTS = new ConcurrentHashMap<>();

  private Dynamic() {}

  static boolean is(Model model) {
    return model.eResource() instanceof VmnResource file && file.isFile(model)
        ? file.any(Dynamic::isOne)
        : Contents.any(model, Dynamic::isOne);
  }

  private static boolean isOne(EObject element) {
    if (element instanceof For
        || element instanceof If
        || element instanceof Variable
        || element instanceof Parameter
        || element instanceof Argument
        || element instanceof ComputedTerm) {
      return true;
    }
    if (element instanceof Quantity quantity) {
      return isComputed(quantity);
    }
    for (EAttribute attribute : texts(element.eClass())) {
      if (isHoled(element.eGet(attribute))) {
        return true;
      }
    }
    return false;
  }

  private static List<EAttribute> texts(EClass kind) {
    return TEXTS.computeIfAbsent(
        kind,
        k ->
            k.getEAllAttributes().stream()
                .filter(a -> a.getEAttributeType().getInstanceClass() == String.class)
                .toList());
  }

  private static boolean isHoled(Object value) {
    return value instanceof String text
        ? text.contains(Values.HOLE)
        : value instanceof List<?> list && list.stream().anyMatch(Dynamic::isHoled);
  }

  /**
   * Whether a quantity is no literal. What follows its number is a unit, or the rest of a
   * computation: {@code 4 GiB / n} reads like {@code 500 req / s}, but for the time.
   */
  static boolean isComputed(Quantity quantity) {
    String unit = quantity.getUnit();
    if (unit == null) {
      return quantity.getValue() != null && quantity.getValue().startsWith(Values.HOLE);
    }
    int slash = unit.indexOf('/');
    return unit.chars().anyMatch(c -> "+-*(".indexOf(c) >= 0 || Character.isDigit(c))
        || slash == 0
        || slash > 0
            && Dimension.isUnit(unit.substring(0, slash))
            && !Dimension.TIME.units().containsKey(unit.substring(slash + 1));
  }
}
