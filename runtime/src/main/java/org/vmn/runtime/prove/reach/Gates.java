package org.vmn.runtime.prove.reach;

import java.util.Map;
import java.util.Objects;
import org.vmn.runtime.prove.atoms.AddressAtoms;
import org.vmn.runtime.prove.rows.Bits;
import org.vmn.runtime.prove.rows.ListRows;
import org.vmn.runtime.prove.rows.Points;
import org.vmn.runtime.prove.rows.PolicyRows;
import org.vmn.runtime.prove.ways.Destination;
import org.vmn.runtime.prove.ways.Gate;
import org.vmn.runtime.value.Ip;

/** Which legs the rule lists on a way let through. */
final class Gates {
  private final PolicyRows policy;
  private final Map<String, ListRows> firewalls;
  private final AddressAtoms atoms;
  private final int[] policyClass;

  /**
   * @param firewalls by name
   * @param policyClass of each atom
   */
  Gates(PolicyRows policy, Map<String, ListRows> firewalls, AddressAtoms atoms, int[] policyClass) {
    this.policy = policy;
    this.firewalls = firewalls;
    this.atoms = atoms;
    this.policyClass = policyClass;
  }

  /** Where a gate may begin to treat the traffic that was sent differently. */
  int[] cuts(Gate gate, Destination to) {
    if (gate.port() >= 0) {
      return new int[] {0};
    }
    int destination = destination(gate, to);
    return gate.firewall() == null
        ? policy.cuts(destination)
        : list(gate.firewall()).cuts(destination);
  }

  private ListRows list(String firewall) {
    return Objects.requireNonNull(firewalls.get(firewall), firewall);
  }

  private int destination(Gate gate, Destination to) {
    Ip changed = gate.destination();
    return changed == null ? to.policyClass() : policyClass[atoms.of(changed)];
  }

  /** Those of the sources that a gate lets through. */
  Bits pass(Bits sources, Gate gate, Destination to, int point) {
    int destination = destination(gate, to);
    int seen = gate.port() < 0 ? point : Points.of(Points.protocol(point), gate.port());
    Ip source = gate.source();
    if (source == null) {
      return sources.and(at(gate, destination, seen));
    }
    return permits(gate, source, destination, seen) ? sources : Bits.NONE;
  }

  private Bits at(Gate gate, int destination, int point) {
    String firewall = gate.firewall();
    return firewall == null ? policy.at(destination, point) : list(firewall).at(destination, point);
  }

  private boolean permits(Gate gate, Ip source, int destination, int point) {
    String firewall = gate.firewall();
    return firewall == null
        ? policy.permits(atoms.of(source), destination, point)
        : list(firewall).permits(atoms.of(source), destination, point);
  }
}
