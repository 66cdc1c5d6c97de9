package org.vmn.runtime.prove.sides;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.prove.atoms.AddressAtoms;
import org.vmn.runtime.prove.classes.Leg;
import org.vmn.runtime.prove.reach.Reaches;
import org.vmn.runtime.prove.ways.Destination;
import org.vmn.runtime.value.Ip;

/** Destinations: one object for each, however often it is asked for. */
public final class Places {
  private final Forwarding forwarding;
  private final AddressAtoms atoms;
  private final int[] policyClass;
  private final int[] forwardingClass;
  private final Reaches reaches;
  private final Map<Object, Destination> known = new HashMap<>();

  public Places(
      Forwarding forwarding,
      AddressAtoms atoms,
      int[] policyClass,
      int[] forwardingClass,
      Reaches reaches) {
    this.forwarding = forwarding;
    this.atoms = atoms;
    this.policyClass = policyClass;
    this.forwardingClass = forwardingClass;
    this.reaches = reaches;
  }

  /** Of an attachment. */
  private record Attached(int attachment) {}

  /** Of an address that no machine has. */
  private record Somewhere(int forwardingClass) {}

  Target machines(Use use) {
    List<Target.Address> addresses = new ArrayList<>(use.legs().size());
    for (Leg leg : use.legs()) {
      addresses.add(of(leg, leg.at(use.first())));
    }
    return new Target(addresses, use, null, null, families(addresses));
  }

  /**
   * @param families of all addresses of the external that are meant
   */
  Target outside(Leg leg, External external, Ip lowest, Set<Ip.Family> families) {
    return new Target(List.of(of(leg, lowest)), null, null, external.name(), families);
  }

  Target virtual(Balancer balancer) {
    List<Target.Address> address = List.of(at(balancer.address()));
    return new Target(address, null, balancer, null, families(address));
  }

  Target address(Ip ip) {
    List<Target.Address> address = List.of(at(ip));
    return new Target(address, null, null, null, families(address));
  }

  private static Set<Ip.Family> families(List<Target.Address> addresses) {
    Set<Ip.Family> families = EnumSet.noneOf(Ip.Family.class);
    for (Target.Address address : addresses) {
      families.add(address.family());
    }
    return families;
  }

  private Target.Address of(Leg leg, Ip lowest) {
    Destination destination =
        known.computeIfAbsent(
            leg,
            k ->
                new Destination(
                    leg,
                    leg.owner() == null ? leg.address() : leg.at(leg.owner().first()),
                    leg.policyClass(),
                    leg.segment(),
                    new Attached(leg.attachment())));
    return new Target.Address(destination, reaches.of(destination), lowest);
  }

  private Target.Address at(Ip ip) {
    int atom = atoms.of(ip);
    Somewhere kind = new Somewhere(forwardingClass[atom]);
    String segment =
        forwarding.network().segments().stream()
            .filter(s -> s.subnets().stream().anyMatch(p -> p.contains(ip)))
            .map(Segment::name)
            .findFirst()
            .orElse("");
    Destination destination =
        known.computeIfAbsent(
            List.of(kind, segment, policyClass[atom]),
            k -> new Destination(null, ip, policyClass[atom], segment, kind));
    return new Target.Address(destination, reaches.of(destination), ip);
  }
}
