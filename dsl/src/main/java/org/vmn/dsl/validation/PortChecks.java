package org.vmn.dsl.validation;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.validation.Check;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Messages;
import org.vmn.dsl.literals.Amounts;
import org.vmn.dsl.vmn.Balancer;
import org.vmn.dsl.vmn.Dnat;
import org.vmn.dsl.vmn.PortTerm;
import org.vmn.dsl.vmn.Protocol;
import org.vmn.dsl.vmn.VmnPackage.Literals;

/** Ports from 1 to 65535, of protocols that have ports. */
public class PortChecks extends Checks {
  private static final int MOST = 65535;

  @Check
  void balancer(Balancer balancer) {
    inRange(balancer.getPort(), balancer, Literals.BALANCER__PORT);
    if (balancer.getProtocol() == Protocol.ICMP) {
      report(
          Code.WRONG_KIND,
          balancer,
          Literals.BALANCER__PROTOCOL,
          Messages.help("`icmp` has no ports", "balance `tcp` or `udp`"));
    }
  }

  @Check
  void term(PortTerm term) {
    if (term.getProtocol() == Protocol.ICMP) {
      report(Code.WRONG_KIND, term, Messages.help("`icmp` has no ports", "write `icmp` alone"));
      return;
    }
    boolean first = inRange(term.getFirst(), term, Literals.PORT_TERM__FIRST);
    if (term.getLast() != null
        && inRange(term.getLast(), term, Literals.PORT_TERM__LAST)
        && first
        && Integer.parseInt(term.getFirst()) > Integer.parseInt(term.getLast())) {
      String right = term.getLast() + ".." + term.getFirst() + "/" + term.getProtocol();
      report(
          Code.OUT_OF_RANGE,
          term,
          Messages.help("the range of ports runs downwards", "write `" + right + "`"));
    }
  }

  @Check
  void dnat(Dnat dnat) {
    inRange(dnat.getPort(), dnat, Literals.DNAT__PORT);
    if (dnat.getInside() != null) {
      inRange(dnat.getInside(), dnat, Literals.DNAT__INSIDE);
    }
    if (dnat.getProtocol() == Protocol.ICMP) {
      report(Code.WRONG_KIND, dnat, Literals.DNAT__PROTOCOL, "`icmp` has no ports");
    }
  }

  private boolean inRange(String digits, EObject at, EAttribute feature) {
    try {
      Amounts.count(digits, 1, MOST, "a port");
      return true;
    } catch (IllegalArgumentException e) {
      report(Code.OUT_OF_RANGE, at, feature, Messages.of(e));
      return false;
    }
  }
}
