package org.vmn.generator.emit.ovs.flow;

import org.vmn.runtime.value.Ip;

/** Something that a flow does. {@link Actions} makes them. */
public sealed interface Action {
  /** As ovs-ofctl reads it. */
  String text();

  record SetField(String field, String value) implements Action {
    @Override
    public String text() {
      return "set_field:" + value + "->" + field;
    }
  }

  record Move(String from, String to) implements Action {
    @Override
    public String text() {
      return "move:" + from + "->" + to;
    }
  }

  record PopVlan() implements Action {
    @Override
    public String text() {
      return "pop_vlan";
    }
  }

  /** Dropped when there were too many before it. */
  record Measure(int meter) implements Action {
    @Override
    public String text() {
      return "meter:" + meter;
    }
  }

  /** Tags the frame. */
  record PushVlan(int id) implements Action {
    @Override
    public String text() {
      return "push_vlan:0x8100,set_field:" + (0x1000 | id) + "->vlan_vid";
    }
  }

  /** Waits in this queue of the port that it goes out to. */
  record SetQueue(int queue) implements Action {
    @Override
    public String text() {
      return "set_queue:" + queue;
    }
  }

  record DecrementTimeToLive() implements Action {
    @Override
    public String text() {
      return "dec_ttl";
    }
  }

  /** Back out of the port that the packet came in by. */
  record Back() implements Action {
    @Override
    public String text() {
      return "in_port";
    }
  }

  record Output(int port) implements Action {
    @Override
    public String text() {
      return "output:" + port;
    }
  }

  /** Out of the port whose number a register has. */
  record OutputTo(Register register) implements Action {
    @Override
    public String text() {
      return "output:" + register.nxm() + "[0..15]";
    }
  }

  /** As an ordinary learning switch would. */
  record Normal() implements Action {
    @Override
    public String text() {
      return "NORMAL";
    }
  }

  /** On to a later table. */
  record Goto(Table table) implements Action {
    @Override
    public String text() {
      return "goto_table:" + table.number();
    }
  }

  /** Through another table, which may be an earlier one, and then on. */
  record Resubmit(Table table) implements Action {
    @Override
    public String text() {
      return "resubmit(," + table.number() + ")";
    }
  }

  /** One of the {@code of} things that must all be so for the flow that matches the id to apply. */
  record Conjunction(int id, int clause, int of) implements Action {
    @Override
    public String text() {
      return "conjunction(" + id + "," + clause + "/" + of + ")";
    }
  }

  /**
   * Connection tracking.
   *
   * @param commit whether the connection is remembered
   * @param zone a number, or a register's bits
   * @param nat with a leading comma, or empty
   * @param table where the packet goes on with its state known; or empty: then it goes on here, its
   *     state as before
   */
  record Track(boolean commit, String zone, String nat, String table) implements Action {
    @Override
    public String text() {
      return "ct(" + (commit ? "commit," : "") + "zone=" + zone + nat + table + ")";
    }
  }

  /**
   * A number from 0 below {@code count} into a register, the same for every packet of a connection
   * or, where so said, of a source.
   */
  record Spread(boolean bySource, int count, Register register) implements Action {
    @Override
    public String text() {
      String how = bySource ? "nw_src,0,hrw," : "symmetric_l3l4+udp,0,modulo_n,";
      return "multipath(" + how + count + ",0," + register.nxm() + "[0..15])";
    }
  }

  /**
   * Remembers the sender's hardware address for a next hop.
   *
   * @param match of the flow that is made, but for the cookie
   * @param mac the field that has the hardware address
   */
  record Learn(Table table, Cookie cookie, String match, String mac) implements Action {
    @Override
    public String text() {
      return "learn(table=%d,priority=100,cookie=%s,%s,load:%s->NXM_OF_ETH_DST[],load:1->%s[%d])"
          .formatted(
              table.number(),
              cookie,
              match,
              mac,
              Register.FLAGS.nxm(),
              Integer.numberOfTrailingZeros(Flag.RESOLVED.bit()));
    }
  }

  /** An address as {@code nat()} writes it. */
  static String natAddress(Ip ip, boolean port) {
    return ip.isV4() || !port ? ip.toString() : "[" + ip + "]";
  }
}
