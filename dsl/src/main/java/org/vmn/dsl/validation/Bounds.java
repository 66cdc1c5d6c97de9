package org.vmn.dsl.validation;

import static java.util.Map.entry;

import java.util.Map;
import org.eclipse.emf.ecore.EReference;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.literals.Amounts;
import org.vmn.dsl.literals.Dimension;
import org.vmn.dsl.vmn.Expectation;
import org.vmn.dsl.vmn.ImpairmentSetting;
import org.vmn.dsl.vmn.Load;
import org.vmn.dsl.vmn.Quantity;
import org.vmn.dsl.vmn.ScaleSetting;
import org.vmn.dsl.vmn.VmnPackage.Literals;

/**
 * What a quantity may be, where it stands.
 *
 * @param least in the base unit of the dimension, as is {@code most}
 * @param words the bounds for the user
 */
record Bounds(Dimension dimension, long least, long most, String words) {
  private static final long YEAR = 365L * 24 * 3600 * 1_000_000_000;

  private static final Bounds CPU = new Bounds(Dimension.COUNT, 1, 4096, "from 1 to 4096");
  private static final Bounds MTU =
      new Bounds(Dimension.COUNT, 576, 65535, "from 576 to 65535 bytes");
  private static final Bounds MEMORY =
      new Bounds(Dimension.SIZE, 1 << 20, 1L << 50, "from 1 MiB to 1 PiB");
  private static final Bounds DISK =
      new Bounds(Dimension.SIZE, 1 << 20, 1L << 50, "from 1 MiB to 1 PiB");
  private static final Bounds STORAGE =
      new Bounds(Dimension.SIZE, 1 << 20, 1L << 60, "from 1 MiB to 1024 PiB");
  private static final Bounds MESSAGE = new Bounds(Dimension.SIZE, 0, 1L << 40, "up to 1 TiB");
  private static final Bounds RATE =
      new Bounds(Dimension.BANDWIDTH, 1, 1_000_000_000_000_000L, "from 1 bps to 1 Pbps");
  private static final Bounds DELAY =
      new Bounds(Dimension.TIME, 0, 3_600_000_000_000L, "up to 1 h");

  /** 0 would say that nothing is said. */
  private static final Bounds WORK =
      new Bounds(Dimension.TIME, 1, 3_600_000_000_000L, "from 1 ns to 1 h");

  private static final Bounds MOMENT = new Bounds(Dimension.TIME, 0, YEAR, "up to 365 d");
  private static final Bounds LENGTH = new Bounds(Dimension.TIME, 1, YEAR, "from 1 ns to 365 d");
  private static final Bounds INTERVAL =
      new Bounds(Dimension.TIME, 1_000_000, 86_400_000_000_000L, "from 1 ms to 1 d");
  private static final Bounds SHARE =
      new Bounds(Dimension.FRACTION, 0, 1_000_000, "from 0 % to 100 %");
  private static final Bounds USAGE =
      new Bounds(Dimension.FRACTION, 0, 100_000_000, "up to 10000 %");
  private static final Bounds CLIENTS =
      new Bounds(Dimension.CLIENTS, 1, 1_000_000, "from 1 to 1000000 clients");
  private static final Bounds TRANSFER =
      new Bounds(Dimension.SIZE, 1, 1L << 60, "from 1 B to 1024 PiB");
  private static final Bounds PERIOD =
      new Bounds(Dimension.TIME, 1_000_000, YEAR, "from 1 ms to 365 d");
  private static final Bounds LEASE =
      new Bounds(Dimension.TIME, 60_000_000_000L, YEAR, "from 1 min to 365 d");
  private static final Bounds PACKET =
      new Bounds(Dimension.COUNT, 68, 65535, "from 68 to 65535 bytes");
  private static final Bounds REPLICAS =
      new Bounds(Dimension.COUNT, 1, 1_000_000, "from 1 to 1000000");
  private static final Bounds REQUESTS =
      new Bounds(Dimension.REQUESTS, 0, 1_000_000_000_000L, "up to 1000000000 req/s");

  private static final Map<EReference, Bounds> BY_FEATURE =
      Map.ofEntries(
          entry(Literals.CPU__VALUE, CPU),
          entry(Literals.MEMORY__VALUE, MEMORY),
          entry(Literals.STORAGE__VALUE, STORAGE),
          entry(Literals.DISK__SIZE, DISK),
          entry(Literals.SPEED__VALUE, RATE),
          entry(Literals.RATE__VALUE, RATE),
          entry(Literals.LATENCY__VALUE, DELAY),
          entry(Literals.MTU__VALUE, MTU),
          entry(Literals.LENGTH__TIME, LENGTH),
          entry(Literals.EVENT__TIME, MOMENT),
          entry(Literals.HEALTH_CHECK__INTERVAL, INTERVAL),
          entry(Literals.LOAD__LAST, REQUESTS),
          entry(Literals.LOAD_POINT__TIME, MOMENT),
          entry(Literals.LOAD_POINT__RATE, REQUESTS),
          entry(Literals.THINK__TIME, MOMENT),
          entry(Literals.REQUEST_SIZE__SIZE, MESSAGE),
          entry(Literals.RESPONSE_SIZE__SIZE, MESSAGE),
          entry(Literals.WARMUP__TIME, MOMENT),
          entry(Literals.MAINTENANCE__TIME, LENGTH),
          entry(Literals.BURST__TIME, LENGTH),
          entry(Literals.DEMAND__VALUE, WORK),
          entry(Literals.TIMEOUT__VALUE, INTERVAL),
          entry(Literals.PERIOD__VALUE, PERIOD),
          entry(Literals.RPO__VALUE, LENGTH),
          entry(Literals.RTO__VALUE, LENGTH),
          entry(Literals.HUGEPAGES__SIZE, MESSAGE),
          entry(Literals.LOSS__VALUE, SHARE),
          entry(Literals.LEASE__VALUE, LEASE),
          entry(Literals.MTU_CLAIM__BOUND, PACKET),
          entry(Literals.USAGE_CLAIM__BOUND, USAGE));

  /** The bounds of a quantity; null where the grammar knows of none. */
  static @Nullable Bounds of(Quantity quantity) {
    return switch (quantity.eContainer()) {
      case Load load when quantity.equals(load.getFirst()) -> ofLoad(quantity);
      case ScaleSetting scale ->
          switch (scale.getKind()) {
            case LEAST, INITIAL -> REPLICAS;
            case ABOVE, BELOW -> SHARE;
            case BOOT, COOLDOWN -> DELAY;
          };
      case ImpairmentSetting impairment ->
          switch (impairment.getKind()) {
            case DELAY, JITTER -> DELAY;
            case LOSS -> SHARE;
            case RATE -> RATE;
          };
      case Expectation expectation ->
          switch (expectation.getMetric()) {
            case LATENCY, RECOVERY, RPO, RTO -> MOMENT;
            case LOSS, AVAILABILITY -> SHARE;
            case UTILISATION -> USAGE;
            case THROUGHPUT -> REQUESTS;
          };
      default -> BY_FEATURE.get(quantity.eContainmentFeature());
    };
  }

  /** The unit says what kind of load it is. */
  private static Bounds ofLoad(Quantity quantity) {
    return Amounts.hasUnitOf(quantity, Dimension.CLIENTS)
        ? CLIENTS
        : Amounts.hasUnitOf(quantity, Dimension.SIZE) ? TRANSFER : REQUESTS;
  }
}
