package org.vmn.generator.emit.ovs.flow;

/**
 * The tables of the integration bridge, in order. A packet goes forward, except from router to
 * router.
 */
public enum Table {
  ADMIT("which port and segment a packet comes from; all else is dropped"),
  GUARD("senders are who they say"),
  LEARN("hardware addresses of gateways are learned (gateway host)"),
  NEIGHBOUR("ARP and neighbour discovery are answered or directed"),
  ADVERTISE("a neighbour solicitation, turned around, becomes an advertisement"),
  TRACK_OUT("a guest's packet is looked up in the zone of its adapter"),
  POLICY_OUT("the policy where a packet is sent"),
  HAIRPIN_BACK("an answer to itself goes back through the balancer"),
  HAIRPIN_RESTORE("its addresses are restored"),
  BRIDGE("packets for routers and balancers part from those for neighbours"),
  ROUTER_IN("answers from outside get their receiver back (gateway host)"),
  ROUTER_TRACKED("what outside opens is remembered (gateway host)"),
  FIB("routes, longest prefix first"),
  ARRIVE("packets for a balancer's address part from those for machines"),
  BALANCE("a new connection gets a number"),
  CHOOSE("the number becomes a target"),
  BALANCED("on to the target"),
  OUTSIDE("what an external really has; on other hosts: on to the gateway host"),
  TO_GATEWAY("over the segment that the packet came from"),
  OUTSIDE_RESTORE("answers of targets get the balancer's address (gateway host)"),
  OUTSIDE_RESTORED("those that are answers leave; the rest may be translated"),
  SNAT("which packets leave under the router's address (gateway host)"),
  SNAT_TRACKED("new ones get it"),
  NEXT_HOP("a gateway's hardware address is looked up, then it leaves"),
  NEXT_HOP_MAC("known and learned hardware addresses of gateways and neighbours"),
  LEAVE("out to the wire"),
  ROUTED("time to live, and the router's own hardware address"),
  RESOLVE("address to hardware address"),
  FORWARD("hardware address to port, tunnel or wire"),
  DELIVER("a guest gets what is for its own addresses"),
  RESTORE("answers of targets get the balancer's address"),
  HAIRPIN("what a balancer returns to its sender comes from the balancer"),
  HAIRPIN_TRACKED("new ones get its address"),
  TRACK_IN("looked up in the zone of the adapter that receives"),
  POLICY_IN("the policy where a packet is received"),
  OUTPUT("out to the guest");

  private final String purpose;

  Table(String purpose) {
    this.purpose = purpose;
  }

  public int number() {
    return ordinal();
  }

  /** What its flows do, in words. */
  public String purpose() {
    return purpose;
  }
}
