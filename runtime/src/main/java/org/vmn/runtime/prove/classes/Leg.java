package org.vmn.runtime.prove.classes;

import org.jspecify.annotations.Nullable;
import org.vmn.runtime.forward.Place;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.value.Ip;

/**
 * An address of an endpoint class or a part of an external: what opens connections, and what they
 * go to. Rows have one bit for each.
 *
 * @param number position in rows: in order of the lowest address
 * @param owner the machines that have it, or null for an external
 * @param external null for machines
 * @param nic position of the adapter among those of the machine; 0 for an external
 * @param subnet position of the address among those of the adapter; 0 for an external
 * @param address the lowest
 * @param policyClass what rule lists see of it
 * @param attachment what devices see of it
 * @param inward what devices see of it when it sends to somebody inside: equal for more legs
 * @param segment the segment that it is on
 * @param forged whether the address is one that only a forging machine sends from
 */
public record Leg(
    int number,
    @Nullable EndpointClass owner,
    @Nullable External external,
    int nic,
    int subnet,
    Ip address,
    int policyClass,
    int attachment,
    int inward,
    String segment,
    boolean forged) {

  /** The address that a machine of the class has here. */
  public Ip at(Replica replica) {
    return forged
        ? address
        : replica.machine().nics().get(nic).addresses().get(subnet).at(replica.offset());
  }

  /** The external whose address it is; to be asked of such legs only. */
  public External outside() {
    if (external == null) {
      throw new IllegalStateException("not outside");
    }
    return external;
  }

  /**
   * Where its connections enter.
   *
   * @param replica which machine of the class opens them; null for an external
   */
  public Place place(@Nullable Replica replica) {
    if (replica != null) {
      Machine machine = replica.machine();
      return new Place.Adapter(machine, replica.offset(), machine.nics().get(nic));
    }
    return new Place.Outside(outside());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return number;
  }
}
