package org.vmn.generator.emit.ovs.flow;

/**
 * The tables of the integration bridge, in order. A packet goes forward, except from router to
 * router.
 */
public enum Table {
  ADMIT(0, "which port and segment a packet comes from; all else is dropped"),
  GUARD(1, "senders are who they say"),
  LEARN(2, "hardware addresses of gateways are learned (gateway host)"),
  NEIGHBOUR(3, "ARP and neighbour discovery are answered or directed"),
  ADVERTISE(4, "a neighbour solicitation, turned around, becomes an advertisement"),
  TRACK_OUT(5, "a guest's packet is looked up in the zone of its adapter"),
  POLICY_OUT(6, "the policy where a packet is sent"),
  HAIRPIN_BACK(7, "an answer to itself goes back through the balancer"),
  HAIRPIN_RESTORE(8, "its addresses are restored"),
  BRIDGE(9, "packets for routers and balancers part from those for neighbours"),
  ROUTER_IN(10, "answers from outside get their receiver back (gateway host)"),
  ROUTER_TRACKED(11, "what outside opens is remembered (gateway host)"),
  FIB(12, "routes, longest prefix first"),
  ARRIVE(13, "packets for a balancer's address part from those for machines"),
  BALANCE(14, "a new connection gets a number"),
  CHOOSE(15, "the number becomes a target"),
  BALANCED(16, "on to the target"),
  OUTSIDE(17, "what an external really has; on other hosts: on to the gateway host"),
  TO_GATEWAY(18, "over the segment that the packet came from"),
  OUTSIDE_RESTORE(19, "answers of targets get the balancer's address (gateway host)"),
  OUTSIDE_RESTORED(20, "those that are answers leave; the rest may be translated"),
  SNAT(21, "which packets leave under the router's address (gateway host)"),
  SNAT_TRACKED(22, "new ones get it"),
  NEXT_HOP(23, "a gateway's hardware address is looked up, then it leaves"),
  NEXT_HOP_MAC(24, "known and learned hardware addresses of gateways and neighbours"),
  LEAVE(25, "out to the wire"),
  ROUTED(26, "time to live, and the router's own hardware address"),
  RESOLVE(27, "address to hardware address"),
  FORWARD(28, "hardware address to port, tunnel or wire"),
  DELIVER(29, "a guest gets what is for its own addresses"),
  RESTORE(30, "answers of targets get the balancer's address"),
  HAIRPIN(31, "what a balancer returns to its sender comes from the balancer"),
  HAIRPIN_TRACKED(32, "new ones get its address"),
  TRACK_IN(33, "looked up in the zone of the adapter that receives"),
  POLICY_IN(34, "the policy where a packet is received"),
  OUTPUT(35, "out to the guest");

  private final int number;
  private final String purpose;

  Table(int number, String purpose) {
    this.number = number;
    this.purpose = purpose;
  }

  public int number() {
    return number;
  }

  /** What its flows do, in words. */
  public String purpose() {
    return purpose;
  }
}
