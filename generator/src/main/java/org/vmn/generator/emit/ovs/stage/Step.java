package org.vmn.generator.emit.ovs.stage;

import org.vmn.generator.emit.ovs.flow.Actions;
import org.vmn.generator.emit.ovs.flow.Register;
import org.vmn.generator.emit.ovs.flow.Table;

/** Where firewalls are asked, in the order in which one packet may meet them. */
enum Step {
  /** Of the external that a packet comes from, at the first router. */
  FROM,
  /** Of the router. */
  ROUTER,
  /** Of the external that it goes to. */
  TO,
  /** Of the external that it comes from, at a balancer on the same segment. */
  BALANCED,
  /** Of the external that a guest sends to without a router. */
  OUT,
  /** Of the external that sends to a guest without a router. */
  IN;

  int number() {
    return ordinal() + 1;
  }

  /** This step is next. */
  Actions begin() {
    return Actions.none().set(Register.STEP, number());
  }

  /** Asks a list, and those after it on the same element. */
  Actions ask(int list) {
    return begin().set(Register.LIST, list).through(Table.FIREWALL);
  }
}
