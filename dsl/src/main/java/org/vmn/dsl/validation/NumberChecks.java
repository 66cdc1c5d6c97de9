package org.vmn.dsl.validation;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.validation.Check;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Messages;
import org.vmn.dsl.literals.Amounts;
import org.vmn.dsl.vmn.Count;
import org.vmn.dsl.vmn.Expectation;
import org.vmn.dsl.vmn.FailureClaim;
import org.vmn.dsl.vmn.Metric;
import org.vmn.dsl.vmn.Model;
import org.vmn.dsl.vmn.NativeVlan;
import org.vmn.dsl.vmn.NetworkHeader;
import org.vmn.dsl.vmn.Pool;
import org.vmn.dsl.vmn.Vlan;
import org.vmn.dsl.vmn.Vm;
import org.vmn.dsl.vmn.VmnPackage.Literals;
import org.vmn.dsl.vmn.Vni;

/** Plain numbers within their bounds. */
public class NumberChecks extends Checks {
  /** What a network may hold of machines, and what one declaration may stand for. */
  static final int MOST_REPLICAS = 1_000_000;

  private static final String PERCENTILE = "p([1-9][0-9]?|99[0-9]{1,2})";

  @Check
  void seed(NetworkHeader network) {
    if (network.getSeed() != null) {
      try {
        Amounts.whole(network.getSeed());
      } catch (IllegalArgumentException e) {
        report(Code.OUT_OF_RANGE, network, Literals.NETWORK_HEADER__SEED, Messages.of(e));
      }
    }
  }

  @Check
  void count(Count count) {
    check(count.getValue(), 1, MOST_REPLICAS, "a count", count, Literals.COUNT__VALUE);
  }

  @Check
  void vlan(Vlan vlan) {
    check(vlan.getId(), 1, 4094, "a VLAN", vlan, Literals.VLAN__ID);
  }

  @Check
  void untagged(NativeVlan vlan) {
    check(vlan.getId(), 1, 4094, "a VLAN", vlan, Literals.NATIVE_VLAN__ID);
  }

  @Check
  void vni(Vni vni) {
    check(vni.getId(), 1, (1 << 24) - 1, "a VNI", vni, Literals.VNI__ID);
  }

  @Check
  void failures(FailureClaim claim) {
    check(claim.getCount(), 1, MOST_REPLICAS, "a count", claim, Literals.FAILURE_CLAIM__COUNT);
  }

  @Check
  void split(Pool pool) {
    int bits = pool.getPrefix().indexOf(':') < 0 ? 32 : 128;
    String own = pool.getPrefix().substring(pool.getPrefix().indexOf('/') + 1);
    // A wrong length of the pool itself is told by AddressChecks.
    int least = own.length() <= 3 && Integer.parseInt(own) <= bits ? Integer.parseInt(own) : 0;
    check(
        pool.getLength(),
        least,
        bits,
        "a length of this pool's slices",
        pool,
        Literals.POOL__LENGTH);
  }

  @Check
  void percentile(Expectation expectation) {
    String percentile = expectation.getPercentile();
    if (percentile == null) {
      return;
    }
    if (expectation.getMetric() != Metric.LATENCY) {
      report(
          Code.OUT_OF_RANGE,
          expectation,
          Literals.EXPECTATION__PERCENTILE,
          "only latency has percentiles; " + expectation.getMetric() + " is one number");
    } else if (!percentile.matches(PERCENTILE)) {
      report(
          Code.OUT_OF_RANGE,
          expectation,
          Literals.EXPECTATION__PERCENTILE,
          Messages.help(
              Messages.quoted(percentile) + " is not a percentile",
              "percentiles are p1 to p99, p999 for 99.9 % and p9999 for 99.99 %"));
    }
  }

  @Check
  void machines(Model model) {
    long sum = 0;
    for (EObject element : model.getElements()) {
      if (element instanceof Vm vm) {
        long before = sum;
        sum += number(vm.getCount());
        if (before <= MOST_REPLICAS && sum > MOST_REPLICAS) {
          String message =
              "with "
                  + Messages.quoted(vm.getName())
                  + " the network has more than "
                  + MOST_REPLICAS
                  + " machines";
          report(Code.OUT_OF_RANGE, vm, Literals.NAMED__NAME, message);
        }
      }
    }
  }

  /** A count that is out of bounds itself adds nothing. */
  private static long number(@Nullable Count count) {
    if (count == null) {
      return 1;
    }
    String digits = count.getValue();
    return digits.matches("[0-9]{1,7}") && Integer.parseInt(digits) <= MOST_REPLICAS
        ? Integer.parseInt(digits)
        : 0;
  }

  private void check(
      String digits, long least, long most, String what, EObject at, EAttribute feature) {
    try {
      Amounts.count(digits, least, most, what);
    } catch (IllegalArgumentException e) {
      report(Code.OUT_OF_RANGE, at, feature, Messages.of(e));
    }
  }
}
