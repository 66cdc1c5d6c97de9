package org.vmn.generator.emit.ovs.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.Prefix;

class MatchTest {
  @Test
  void writesFieldsInOneOrder() {
    Match match = Match.of(Kind.TCP4).toPort(80).to(Prefix.parse("10.0.0.0/8")).inPort(7);
    assertEquals("tcp,in_port=7,nw_dst=10.0.0.0/8,tp_dst=80", match.toString());
    assertEquals("", Match.all().toString());
    assertEquals("ipv6", Match.all().from(Prefix.parse("::/0")).toString());
  }

  @Test
  void refusesWhatOpenVSwitchWouldDrop() {
    assertThrows(IllegalArgumentException.class, () -> Match.all().toPort(80));
    assertThrows(IllegalArgumentException.class, () -> Match.of(Kind.ARP).to(Ip.parse("10.0.0.1")));
    assertThrows(
        IllegalArgumentException.class, () -> Match.of(Kind.IP4).from(Ip.parse("2001:db8::1")));
    assertThrows(
        IllegalArgumentException.class, () -> Match.of(Kind.TCP4).toPort(80).and(Kind.ICMP4));
    assertThrows(IllegalArgumentException.class, () -> Match.all().inPort(1).inPort(2));
  }

  @Test
  void refusesActionsThatTheMatchDoesNotAllow() {
    FlowSink out = new FlowSink(List.of());
    Actions track = Actions.none().track(Register.TO_ZONE, Table.POLICY_IN);
    assertThrows(
        IllegalArgumentException.class,
        () -> out.add(Table.TRACK_IN, 1, Origin.NONE, Match.all(), track));
  }
}
