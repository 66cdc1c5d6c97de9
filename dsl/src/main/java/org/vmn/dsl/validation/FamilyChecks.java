package org.vmn.dsl.validation;

import static org.vmn.dsl.diagnostics.Messages.help;
import static org.vmn.dsl.diagnostics.Messages.quoted;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.validation.Check;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.vmn.External;
import org.vmn.dsl.vmn.Gateway;
import org.vmn.dsl.vmn.Route;
import org.vmn.dsl.vmn.VmnPackage.Literals;
import org.vmn.runtime.value.Ip;

/** IPv4 goes by way of IPv4, and IPv6 by way of IPv6. */
public class FamilyChecks extends Checks {

  @Check
  void route(Route route) {
    String destination = route.getDestination();
    Optional<Ip.Family> from = family(destination.substring(0, destination.indexOf('/')));
    Optional<Ip.Family> via = family(route.getAddress());
    if (from.isPresent() && via.isPresent() && !from.equals(via)) {
      report(
          Code.WRONG_FAMILY,
          route,
          Literals.ROUTE__ADDRESS,
          help(
              quoted(route.getAddress()) + " is no next hop for " + quoted(destination),
              "name an address of the same family"));
    }
  }

  @Check
  void external(External external) {
    Map<Ip.Family, String> seen = new EnumMap<>(Ip.Family.class);
    for (EObject property : external.getProperties()) {
      if (property instanceof Gateway gateway) {
        for (int i = 0; i < gateway.getAddresses().size(); i++) {
          String text = gateway.getAddresses().get(i);
          Optional<Ip.Family> family = family(text);
          String before = family.isEmpty() ? null : seen.putIfAbsent(family.get(), text);
          if (before != null) {
            report(
                Code.WRONG_FAMILY,
                gateway,
                Literals.GATEWAY__ADDRESSES,
                i,
                help(
                    quoted(external.getName()) + " has a gateway of this family: " + quoted(before),
                    "leave one of them out"));
          }
        }
      }
    }
  }

  /** Empty for what is no address, of which another check speaks. */
  private static Optional<Ip.Family> family(@Nullable String text) {
    try {
      return text == null ? Optional.empty() : Optional.of(Ip.parse(text).family());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
