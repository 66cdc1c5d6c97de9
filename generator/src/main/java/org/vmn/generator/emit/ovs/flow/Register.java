package org.vmn.generator.emit.ovs.flow;

/** What the pipeline keeps about a packet beside the packet. The segment is in the metadata. */
public enum Register {
  FLAGS(Field.REG0, 0),
  /** Zone of the adapter that sends. */
  FROM_ZONE(Field.REG1, 1),
  /** Zone of the adapter that receives. */
  TO_ZONE(Field.REG2, 2),
  /** Port that the packet goes out to. */
  OUT(Field.REG3, 3),
  /** The firewall that is asked. */
  LIST(Field.REG4, 4),
  /** The router that has the packet, or 0. */
  ROUTER(Field.REG5, 5),
  /** The segment on which that router got the packet. */
  FROM(Field.REG6, 6),
  /** The next hop outside. */
  NEXT_HOP(Field.REG7, 7),
  /** The balancer that translated the packet, or 0. */
  BALANCER(Field.REG8, 8),
  /** The target that it chose. */
  TARGET(Field.REG9, 9),
  /** The router that it goes on to, or 0. */
  NEXT_ROUTER(Field.REG10, 10),
  /** The external that it comes from, until a router has passed it on. */
  OUTSIDER(Field.REG11, 11),
  /** Which firewalls are asked, and so where it goes on: a {@code stage.Step}. */
  STEP(Field.REG12, 12),
  /** Of the adapter that sends, in 802.1p. */
  PRIORITY(Field.REG13, 13);

  private final Field field;
  private final int number;

  Register(Field field, int number) {
    this.field = field;
    this.number = number;
  }

  Field field() {
    return field;
  }

  /** As set_field calls it. */
  public String oxm() {
    return "reg" + number;
  }

  /** As move, learn and output call it. */
  public String nxm() {
    return "NXM_NX_REG" + number;
  }
}
