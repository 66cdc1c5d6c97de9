package org.vmn.dsl.validation;

import static org.vmn.dsl.diagnostics.Messages.help;
import static org.vmn.dsl.diagnostics.Messages.quoted;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.xtext.validation.Check;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.vmn.AnyTerm;
import org.vmn.dsl.vmn.Bond;
import org.vmn.dsl.vmn.EndpointSet;
import org.vmn.dsl.vmn.EndpointTerm;
import org.vmn.dsl.vmn.Host;
import org.vmn.dsl.vmn.NamedTerm;
import org.vmn.dsl.vmn.Nic;
import org.vmn.dsl.vmn.PathClaim;
import org.vmn.dsl.vmn.ReachClaim;
import org.vmn.dsl.vmn.Segment;
import org.vmn.dsl.vmn.Trunk;
import org.vmn.dsl.vmn.TrunkPort;
import org.vmn.dsl.vmn.Uplink;
import org.vmn.dsl.vmn.VmnPackage.Literals;

/** What is joined: devices to bonds, segments to trunks, and paths to what they cross. */
public class WiringChecks extends Checks {
  private static final int LEAST_DEVICES = 2;

  @Check
  void bond(Bond bond) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < bond.getDevices().size(); i++) {
      String device = bond.getDevices().get(i);
      if (!seen.add(device)) {
        report(
            Code.DUPLICATE_NAME,
            bond,
            Literals.BOND__DEVICES,
            i,
            quoted(device) + " is named twice");
      } else if (isUplink(bond, device)) {
        report(
            Code.DUPLICATE_NAME,
            bond,
            Literals.BOND__DEVICES,
            i,
            help(
                quoted(device) + " is an uplink of its own, and can't be part of another",
                "remove one of them"));
      }
    }
    if (bond.getDevices().size() < LEAST_DEVICES) {
      report(Code.OUT_OF_RANGE, bond, "a bond is made of two devices or more");
    }
  }

  private static boolean isUplink(Bond bond, String device) {
    return bond.eContainer() instanceof Uplink uplink
        && uplink.eContainer() instanceof Host host
        && host.getProperties().stream()
            .anyMatch(p -> p instanceof Uplink other && device.equals(other.getName()));
  }

  @Check
  void trunk(Nic nic) {
    Set<Segment> seen = new HashSet<>(List.of(nic.getSegment()));
    nic.getProperties().stream()
        .filter(Trunk.class::isInstance)
        .flatMap(t -> ((Trunk) t).getPorts().stream())
        .forEach(port -> tagged(port, seen));
  }

  private void tagged(TrunkPort port, Set<Segment> seen) {
    if (!port.getSegment().eIsProxy() && !seen.add(port.getSegment())) {
      report(
          Code.DUPLICATE_PROPERTY,
          port,
          Literals.TRUNK_PORT__SEGMENT,
          quoted(port.getSegment().getName()) + " is on this nic already");
    }
  }

  @Check
  void waypoints(PathClaim claim) {
    waypoints(claim.getThrough());
  }

  @Check
  void waypoints(ReachClaim claim) {
    waypoints(claim.getThrough());
    if (claim.getThrough() != null && claim.isOnly()) {
      report(
          Code.WRONG_KIND,
          claim,
          Literals.REACH_CLAIM__THROUGH,
          help("`only` and `via` are two claims", "write an assertion for each"));
    }
  }

  private void waypoints(@Nullable EndpointSet through) {
    if (through == null) {
      return;
    }
    through.getExclude().forEach(this::notCrossed);
    through.getInclude().stream().filter(t -> !(t instanceof NamedTerm)).forEach(this::notCrossed);
  }

  private void notCrossed(EndpointTerm term) {
    report(
        Code.WRONG_KIND,
        term,
        (term instanceof AnyTerm ? "`any`" : "this") + " is nothing that a path could cross");
  }
}
