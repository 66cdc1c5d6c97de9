package org.vmn.generator.emit.ovs.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.Mac;

/**
 * What a flow does, in order. Immutable; every method adds one action. None at all drops the
 * packet.
 */
public record Actions(List<Action> list) {
  /** Nothing: the packet is dropped. */
  public static final Actions DROP = new Actions(List.of());

  public Actions {
    list = List.copyOf(list);
  }

  public static Actions none() {
    return DROP;
  }

  public static Actions go(Table table) {
    return DROP.then(table);
  }

  private Actions add(Action action) {
    List<Action> longer = new ArrayList<>(list);
    longer.add(action);
    return new Actions(longer);
  }

  /** These actions, then those. */
  public Actions and(Actions more) {
    List<Action> longer = new ArrayList<>(list);
    longer.addAll(more.list);
    return new Actions(longer);
  }

  public Actions then(Table table) {
    return add(new Action.Goto(table));
  }

  public Actions through(Table table) {
    return add(new Action.Resubmit(table));
  }

  public Actions segment(int number) {
    return add(new Action.SetField("metadata", Integer.toString(number)));
  }

  public Actions set(Register register, int value) {
    return add(new Action.SetField(register.oxm(), Integer.toString(value)));
  }

  public Actions copy(Register from, Register to) {
    return add(new Action.Move(from.nxm() + "[]", to.nxm() + "[]"));
  }

  /** Remembers the segment that the packet is on. */
  public Actions copySegment(Register to) {
    return add(new Action.Move("OXM_OF_METADATA[0..31]", to.nxm() + "[]"));
  }

  /** Remembers the port that the packet came in by as the one that it goes out to. */
  public Actions copyInPort(Register to) {
    return set(to, 0).add(new Action.Move("NXM_OF_IN_PORT[]", to.nxm() + "[0..15]"));
  }

  public Actions flags(Flag... flags) {
    int bits = 0;
    for (Flag flag : flags) {
      bits |= flag.bit();
    }
    return add(new Action.SetField(Register.FLAGS.oxm(), Integer.toString(bits)));
  }

  /** Adds a flag to those that the packet has. */
  public Actions flag(Flag flag) {
    String bit = "0x" + Integer.toHexString(flag.bit());
    return add(new Action.SetField(Register.FLAGS.oxm(), bit + "/" + bit));
  }

  public Actions from(Mac mac) {
    return add(new Action.SetField("eth_src", mac.toString()));
  }

  public Actions to(Mac mac) {
    return add(new Action.SetField("eth_dst", mac.toString()));
  }

  /** Held to the rate of a meter. */
  public Actions measure(int meter) {
    return add(new Action.Measure(meter));
  }

  /** The frame goes to the hardware address that it came from. */
  public Actions turnAround() {
    return add(new Action.Move("NXM_OF_ETH_SRC[]", "NXM_OF_ETH_DST[]"));
  }

  public Actions set(String field, String value) {
    return add(new Action.SetField(field, value));
  }

  public Actions move(String from, String to) {
    return add(new Action.Move(from, to));
  }

  public Actions decrementTimeToLive() {
    return add(new Action.DecrementTimeToLive());
  }

  public Actions untag() {
    return add(new Action.PopVlan());
  }

  /** Out of a tunnel port. */
  public Actions tunnel(int vni, int port) {
    return set("tun_id", Integer.toString(vni)).add(new Action.Output(port));
  }

  /** Out of a port with a tag. */
  public Actions tagged(int vlan, int port) {
    return anyInPort().add(new Action.PushVlan(vlan)).add(new Action.Output(port));
  }

  /** Out of a port with a tag, in which its priority is. */
  public Actions taggedByPriority(int vlan, int port) {
    return anyInPort()
        .add(new Action.PushVlan(vlan))
        .move(Register.PRIORITY.nxm() + "[0..2]", "OXM_OF_VLAN_PCP[]")
        .add(new Action.Output(port));
  }

  /** Has a priority of 802.1p, 1 to 7, from now on, and the queue of that number. */
  public Actions priority(int priority) {
    return set(Register.PRIORITY, priority).add(new Action.SetQueue(priority));
  }

  /** Lets the packet go out of the port that it came in by, which a switch else refuses. */
  public Actions anyInPort() {
    return add(new Action.SetField("in_port", "ANY"));
  }

  public Actions back() {
    return add(new Action.Back());
  }

  public Actions output(Register register) {
    return add(new Action.OutputTo(register));
  }

  public Actions normal() {
    return add(new Action.Normal());
  }

  public Actions conjunction(int id, int clause, int of) {
    return add(new Action.Conjunction(id, clause, of));
  }

  public Actions spread(boolean bySource, int count, Register register) {
    return add(new Action.Spread(bySource, count, register));
  }

  public Actions learn(Table table, Cookie cookie, String match, String mac) {
    return add(new Action.Learn(table, cookie, match, mac));
  }

  /** Looks a connection up in the zone whose number a register has. */
  public Actions track(Register zone, Table table) {
    return add(new Action.Track(false, zone.nxm() + "[0..15]", "", ",table=" + table.number()));
  }

  /** Looks a connection up. */
  public Actions track(int zone, Table table) {
    return add(new Action.Track(false, Integer.toString(zone), "", ",table=" + table.number()));
  }

  /** Remembers a connection in the zone whose number a register has. */
  public Actions commit(Register zone) {
    return add(new Action.Track(true, zone.nxm() + "[0..15]", "", ""));
  }

  public Actions commit(int zone) {
    return add(new Action.Track(true, Integer.toString(zone), "", ""));
  }

  /** Looks a connection up, and translates its packet as remembered. */
  public Actions translate(int zone, Table table) {
    return add(new Action.Track(false, Integer.toString(zone), ",nat", ",table=" + table.number()));
  }

  /** Remembers a connection with a translated receiver. */
  public Actions translateTo(int zone, Ip ip, int port, Table table) {
    String nat = ",nat(dst=" + Action.natAddress(ip, true) + ":" + port + ")";
    return add(new Action.Track(true, Integer.toString(zone), nat, ",table=" + table.number()));
  }

  /** Remembers a connection with a translated sender. */
  public Actions translateFrom(int zone, Ip ip, Table table) {
    String nat = ",nat(src=" + Action.natAddress(ip, false) + ")";
    return add(new Action.Track(true, Integer.toString(zone), nat, ",table=" + table.number()));
  }

  /** Whether they are for IP packets only. */
  boolean needIp() {
    return list.stream()
        .anyMatch(a -> a instanceof Action.Track || a instanceof Action.DecrementTimeToLive);
  }

  /** As ovs-ofctl reads it. */
  @Override
  public String toString() {
    return list.isEmpty()
        ? "drop"
        : list.stream().map(Action::text).collect(Collectors.joining(","));
  }
}
