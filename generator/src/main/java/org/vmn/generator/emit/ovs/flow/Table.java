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
  CROSS(17, "what a router passes on: who is kept apart, and which connections are new"),
  CROSS_TRACKED(18, "what outside opens is new, its answers are not (gateway host)"),
  ASK(19, "which firewalls are to be asked about a new connection"),
  FIREWALL(20, "the lists: the first rule that matches decides"),
  ANSWERED(21, "the next list, or on"),
  PASSED(22, "on to machines, to the next router, or outside"),
  OUTSIDE(23, "what an external really has; on other hosts: on to the gateway host"),
  TO_GATEWAY(24, "over the segment that the packet came from"),
  OUTSIDE_RESTORE(25, "answers of targets get the balancer's address (gateway host)"),
  OUTSIDE_RESTORED(26, "those that are answers leave; the rest may be translated"),
  SNAT(27, "which packets leave under the router's address (gateway host)"),
  SNAT_TRACKED(28, "new ones get it"),
  NEXT_HOP(29, "a gateway's hardware address is looked up, then it leaves"),
  NEXT_HOP_MAC(30, "known and learned hardware addresses of gateways and neighbours"),
  LEAVE(31, "out to the wire"),
  ROUTED(32, "time to live, and the router's own hardware address"),
  RESOLVE(33, "address to hardware address"),
  FORWARD(34, "hardware address to port, tunnel or wire"),
  DELIVER(35, "a guest gets what is for its own addresses"),
  RESTORE(36, "answers of targets get the balancer's address"),
  HAIRPIN(37, "what a balancer returns to its sender comes from the balancer"),
  HAIRPIN_TRACKED(38, "new ones get its address"),
  TRACK_IN(39, "looked up in the zone of the adapter that receives"),
  BORDER(40, "firewalls of an external, where no router stands between"),
  POLICY_IN(41, "the policy where a packet is received"),
  OUTPUT(42, "out to the guest");

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
