package org.vmn.dsl.validation;

import static org.vmn.dsl.diagnostics.Messages.help;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.validation.Check;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.literals.Amounts;
import org.vmn.dsl.literals.Dimension;
import org.vmn.dsl.vmn.Balancer;
import org.vmn.dsl.vmn.Burst;
import org.vmn.dsl.vmn.Call;
import org.vmn.dsl.vmn.Expectation;
import org.vmn.dsl.vmn.Group;
import org.vmn.dsl.vmn.Load;
import org.vmn.dsl.vmn.LoadPoint;
import org.vmn.dsl.vmn.LoadProperty;
import org.vmn.dsl.vmn.Named;
import org.vmn.dsl.vmn.Period;
import org.vmn.dsl.vmn.RequestSize;
import org.vmn.dsl.vmn.ResponseSize;
import org.vmn.dsl.vmn.Think;
import org.vmn.dsl.vmn.Timeout;
import org.vmn.dsl.vmn.VmnPackage.Literals;

/**
 * What is asked, how often, of whom: the first figure of a load says its kind, and each kind has
 * properties of its own.
 */
public class LoadChecks extends Checks {

  /** Requests that come by themselves, clients that wait, or data that is copied. */
  private enum Kind {
    REQUESTS("req/s"),
    CLIENTS("clients"),
    DATA("a size");

    private final String unit;

    Kind(String unit) {
      this.unit = unit;
    }

    boolean takes(LoadProperty property) {
      return switch (property) {
        case RequestSize r -> this != DATA;
        case ResponseSize r -> this != DATA;
        case Timeout t -> this != DATA;
        case Think t -> this == CLIENTS;
        case Period p -> this == DATA;
        case LoadPoint p -> this == (p.getRate() == null ? DATA : REQUESTS);
        default -> true;
      };
    }
  }

  @Check
  void properties(Load load) {
    Kind kind = kind(load);
    int starts = 0;
    for (LoadProperty property : load.getProperties()) {
      if (!kind.takes(property)) {
        report(
            Code.WRONG_KIND,
            property,
            help(
                "a load in " + kind.unit + " does not take this",
                "`at TIME RATE` is for requests, `think` for clients, `timeout` for both, `at TIME`"
                    + " and `every` for data"));
      }
      starts += kind == Kind.DATA && property instanceof LoadPoint ? 1 : 0;
      if (starts > 1) {
        report(Code.DUPLICATE_PROPERTY, property, "the copying begins once");
        starts = 1;
      }
    }
    if (load.getLast() != null && kind != Kind.REQUESTS) {
      report(Code.BAD_UNIT, load, Literals.LOAD__LAST, "only a rate of requests may change");
    }
  }

  @Check
  void receiver(Load load) {
    Named to = load.getTo();
    if (to == null || to.eIsProxy()) {
      return;
    }
    Kind kind = kind(load);
    if (kind == Kind.DATA ? to instanceof Balancer : to instanceof Group) {
      report(
          Code.WRONG_KIND,
          load,
          Literals.LOAD__TO,
          kind == Kind.DATA
              ? "data is copied to machines, and not to a balancer"
              : "requests go to a balancer, or to a program of one machine");
    }
    if (kind == Kind.DATA && load.getProgram() != null) {
      report(Code.WRONG_KIND, load, Literals.LOAD__PROGRAM, "data is copied to machines");
    }
    alone(load, to, load.getProgram(), Literals.LOAD__PROGRAM);
  }

  @Check
  void call(Call call) {
    alone(call, call.getTo(), call.getProgram(), Literals.CALL__PROGRAM);
  }

  @Check
  void burst(Burst burst) {
    alone(burst, burst.getTo(), burst.getProgram(), Literals.BURST__PROGRAM);
  }

  @Check
  void expectation(Expectation expectation) {
    if (expectation.getSubject() != null) {
      alone(
          expectation,
          expectation.getSubject().getRef(),
          expectation.getProgram(),
          Literals.EXPECTATION__PROGRAM);
    }
  }

  /** A balancer has a port of its own, and only machines run programs. */
  private void alone(EObject at, @Nullable Named to, @Nullable Named program, EReference feature) {
    if (program != null
        && to != null
        && !to.eIsProxy()
        && !(to instanceof org.vmn.dsl.vmn.Vm)
        && !(to instanceof Group)) {
      report(Code.WRONG_KIND, at, feature, "only of a vm can a program be named");
    }
  }

  private static Kind kind(Load load) {
    return Amounts.hasUnitOf(load.getFirst(), Dimension.SIZE)
        ? Kind.DATA
        : Amounts.hasUnitOf(load.getFirst(), Dimension.CLIENTS) ? Kind.CLIENTS : Kind.REQUESTS;
  }
}
