package org.vmn.dsl.ide.contentassist;

import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.literals.Dimension;
import org.vmn.dsl.vmn.Quantity;
import org.vmn.dsl.vmn.VmnPackage.Literals;

/** The units that a quantity may have, by where it stands. */
final class Units {
  private static final Map<EClass, Dimension> DIMENSIONS =
      Map.ofEntries(
          Map.entry(Literals.MEMORY, Dimension.SIZE),
          Map.entry(Literals.STORAGE, Dimension.SIZE),
          Map.entry(Literals.DISK, Dimension.SIZE),
          Map.entry(Literals.REQUEST_SIZE, Dimension.SIZE),
          Map.entry(Literals.RESPONSE_SIZE, Dimension.SIZE),
          Map.entry(Literals.SPEED, Dimension.BANDWIDTH),
          Map.entry(Literals.RATE, Dimension.BANDWIDTH),
          Map.entry(Literals.LATENCY, Dimension.TIME),
          Map.entry(Literals.HEALTH_CHECK, Dimension.TIME),
          Map.entry(Literals.LENGTH, Dimension.TIME),
          Map.entry(Literals.EVENT, Dimension.TIME),
          Map.entry(Literals.LOAD, Dimension.REQUESTS),
          Map.entry(Literals.LOAD_POINT, Dimension.TIME),
          Map.entry(Literals.THINK, Dimension.TIME),
          Map.entry(Literals.PERIOD, Dimension.TIME),
          Map.entry(Literals.RPO, Dimension.TIME),
          Map.entry(Literals.RTO, Dimension.TIME),
          Map.entry(Literals.WARMUP, Dimension.TIME),
          Map.entry(Literals.MAINTENANCE, Dimension.TIME),
          Map.entry(Literals.BURST, Dimension.TIME),
          Map.entry(Literals.DEMAND, Dimension.TIME),
          Map.entry(Literals.TIMEOUT, Dimension.TIME),
          Map.entry(Literals.LEASE, Dimension.TIME),
          Map.entry(Literals.HUGEPAGES, Dimension.SIZE),
          Map.entry(Literals.LOSS, Dimension.FRACTION),
          Map.entry(Literals.USAGE_CLAIM, Dimension.FRACTION));

  private Units() {}

  /** The usual ones first; empty where a plain number is meant or anything may be. */
  static List<String> of(@Nullable EObject model) {
    EObject owner =
        model instanceof Quantity && model.eContainer() != null ? model.eContainer() : model;
    Dimension dimension = owner == null ? null : DIMENSIONS.get(owner.eClass());
    return dimension == null
        ? List.of()
        : dimension.units().keySet().stream().filter(unit -> !unit.isEmpty()).toList();
  }
}
