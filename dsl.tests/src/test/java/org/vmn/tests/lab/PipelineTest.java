package org.vmn.tests.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Facts about Open vSwitch on which the emitters build, each seen with real packets. */
@NeedsLab("ovs")
@Timeout(30)
class PipelineTest {
  private static final String A = "02:00:00:00:00:01";
  private static final String B = "02:00:00:00:00:02";
  private static final Ends AB = new Ends(A, "10.0.0.1", B, "10.0.0.2");
  private SwitchLab lab;

  @BeforeEach
  void start() {
    lab = SwitchLab.start().bridge("br0");
    for (int i = 1; i <= 4; i++) {
      lab.port("br0", "p" + i, i);
    }
  }

  @AfterEach
  void stop() {
    lab.close();
  }

  @Test
  void translatesDestinationAndBack() {
    lab.replaceFlows(
        "br0",
        """
        table=0,priority=9,in_port=1,tcp,nw_dst=192.0.2.10,tp_dst=443 actions=ct(zone=5,table=1)
        table=0,priority=9,in_port=2,tcp actions=ct(zone=5,nat,table=2)
        table=1,ct_state=+trk+new,ip actions=ct(commit,zone=5,nat(dst=10.0.0.2:8443),table=3)
        table=1,ct_state=+trk+est,ip actions=ct(zone=5,nat,table=3)
        table=2,ct_state=+trk+est+rpl actions=output:1
        table=3,tcp,nw_dst=10.0.0.2,tp_dst=8443 actions=output:2
        """);
    Ends virtual = AB.to(B, "192.0.2.10");
    assertEquals(
        "{p2=[tcp 10.0.0.1:1024>10.0.0.2:8443 S]}",
        send("p1", Frames.tcp(virtual, 1024, 443, "S")));
    assertEquals(
        "{p1=[tcp 192.0.2.10:443>10.0.0.1:1024 SA]}",
        send("p2", Frames.tcp(AB.reversed(), 8443, 1024, "SA")));
    assertEquals(
        "{p2=[tcp 10.0.0.1:1024>10.0.0.2:8443 A]}",
        send("p1", Frames.tcp(virtual, 1024, 443, "A")));
    assertEquals("{}", send("p2", Frames.tcp(AB.reversed(), 22, 1024, "SA")));
    assertTrue(lab.conntrack().contains("zone=5"), lab.conntrack());
  }

  @Test
  void translatesBothEndsInOneConnection() {
    // A balancer reached from its own target's subnet: one ct() holds only one of src and dst, so
    // two zones take turns.
    lab.replaceFlows(
        "br0",
        """
        table=0,priority=9,in_port=1,tcp actions=ct(zone=5,nat,table=1)
        table=0,priority=9,in_port=2,tcp actions=ct(zone=6,nat,table=4)
        table=1,ct_state=+trk+new,ip actions=ct(commit,zone=5,nat(dst=10.0.0.2),table=2)
        table=1,ct_state=+trk+est actions=resubmit(,2)
        table=2,tcp actions=ct(zone=6,nat,table=3)
        table=3,ct_state=+trk+new,ip actions=ct(commit,zone=6,nat(src=10.0.0.254)),output:2
        table=3,ct_state=+trk+est actions=output:2
        table=4,tcp actions=ct(zone=5,nat,table=5)
        table=5,ct_state=+trk+est actions=output:1
        """);
    Ends virtual = AB.to(B, "192.0.2.10");
    Ends back = new Ends(B, "10.0.0.2", A, "10.0.0.254");
    assertEquals(
        "{p2=[tcp 10.0.0.254:1024>10.0.0.2:80 S]}", send("p1", Frames.tcp(virtual, 1024, 80, "S")));
    assertEquals(
        "{p1=[tcp 192.0.2.10:80>10.0.0.1:1024 SA]}", send("p2", Frames.tcp(back, 80, 1024, "SA")));
    assertEquals(
        "{p2=[tcp 10.0.0.254:1024>10.0.0.2:80 A]}", send("p1", Frames.tcp(virtual, 1024, 80, "A")));
  }

  @Test
  void translatesSourcePortsThatCollide() {
    lab.replaceFlows(
        "br0",
        """
        table=0,priority=9,in_port=1,ip actions=ct(zone=7,nat,table=1)
        table=0,priority=9,in_port=2,ip actions=ct(zone=7,nat,table=2)
        table=1,ct_state=+trk+new,ip actions=ct(commit,zone=7,nat(src=192.0.2.1:2000-2999)),output:2
        table=1,ct_state=+trk+est actions=output:2
        table=2,ct_state=+trk+est actions=output:1
        table=2,ct_state=+trk+rel actions=output:1
        """);
    Ends c = new Ends(A, "10.0.0.3", B, "198.51.100.1");
    Packet first = only(lab.send("p1", Frames.udp(AB.to(B, "198.51.100.1"), 5000, 53, "q")), "p2");
    Packet second = only(lab.send("p1", Frames.udp(c, 5000, 53, "q")), "p2");
    assertEquals(List.of("192.0.2.1", "192.0.2.1"), List.of(first.src(), second.src()));
    assertEquals(2, new TreeSet<>(List.of(first.srcPort(), second.srcPort())).size());
    Ends back = new Ends(B, "198.51.100.1", A, "192.0.2.1");
    assertEquals(
        "{p1=[udp 198.51.100.1:53>10.0.0.3:5000]}",
        send("p2", Frames.udp(back, 53, second.srcPort(), "a")));
    // ICMP errors about a translated packet are related, and come back translated, with what they
    // quote.
    byte[] about = Frames.udp(back.reversed(), first.srcPort(), 53, "q");
    assertEquals(
        "{p1=[icmp 198.51.100.1>10.0.0.1 type 3]}", send("p2", Frames.unreachable(back, about)));
  }

  @Test
  void selectsABucketPerConnection() {
    lab.ofctl(
        "add-group",
        "br0",
        "group_id=1,type=select,selection_method=dp_hash,"
            + "bucket=bucket_id=0,weight=1,actions=ct(commit,zone=5,nat(dst=10.0.1.1),table=3),"
            + "bucket=bucket_id=1,weight=1,actions=ct(commit,zone=5,nat(dst=10.0.1.2),table=3)");
    lab.replaceFlows(
        "br0",
        """
        table=0,priority=9,in_port=1,tcp actions=ct(zone=5,nat,table=1)
        table=1,ct_state=+trk+new actions=group:1
        table=1,ct_state=+trk+est actions=resubmit(,3)
        table=3,tcp,nw_dst=10.0.1.1 actions=output:2
        table=3,tcp,nw_dst=10.0.1.2 actions=output:3
        """);
    Map<String, Integer> counts = new TreeMap<>();
    Ends virtual = AB.to(B, "192.0.2.10");
    for (int port = 1024; port < 1088; port++) {
      Set<String> first = lab.send("p1", Frames.tcp(virtual, port, 80, "S")).keySet();
      Set<String> again = lab.send("p1", Frames.tcp(virtual, port, 80, "S")).keySet();
      assertEquals(first, again);
      first.forEach(name -> counts.merge(name, 1, Integer::sum));
    }
    assertEquals(Set.of("p2", "p3"), counts.keySet());
    assertTrue(counts.values().stream().allMatch(count -> count > 16), counts.toString());
  }

  @Test
  void failsOverWhenAPortGoesDown() {
    lab.ofctl(
        "add-group",
        "br0",
        "group_id=2,type=fast_failover,bucket=watch_port=2,actions=output:2,bucket=watch_port=3,actions=output:3");
    lab.replaceFlows("br0", "in_port=1 actions=group:2\n");
    byte[] frame = Frames.udp(AB, 1, 2, "");
    assertEquals(Set.of("p2"), lab.send("p1", frame).keySet());
    lab.appctl("netdev-dummy/set-admin-state", "p2", "down");
    lab.settle();
    assertEquals(Set.of("p3"), lab.send("p1", frame).keySet());
    lab.appctl("netdev-dummy/set-admin-state", "p2", "up");
    lab.settle();
    assertEquals(Set.of("p2"), lab.send("p1", frame).keySet());
  }

  @Test
  void conjoinsWithConnectionState() {
    lab.replaceFlows(
        "br0",
        """
        table=0,priority=9,ip actions=ct(zone=5,table=1)
        table=1,priority=100,ct_state=+trk+est actions=goto_table:2
        table=1,priority=50,ct_state=+trk+new,ip,nw_src=10.0.0.1 actions=conjunction(7,1/3)
        table=1,priority=50,ct_state=+trk+new,ip,nw_src=10.0.0.4 actions=conjunction(7,1/3)
        table=1,priority=50,ct_state=+trk+new,ip,nw_dst=10.0.0.2 actions=conjunction(7,2/3)
        table=1,priority=50,ct_state=+trk+new,tcp,tp_dst=80 actions=conjunction(7,3/3)
        table=1,priority=50,ct_state=+trk+new,tcp,tp_dst=443 actions=conjunction(7,3/3)
        table=1,priority=50,conj_id=7,ct_state=+trk+new,ip actions=ct(commit,zone=5),goto_table:2
        table=2,in_port=1 actions=output:2
        table=2,in_port=2 actions=output:1
        """);
    assertEquals("{}", send("p2", Frames.tcp(AB.reversed(), 80, 1024, "S")));
    assertEquals("{}", send("p1", Frames.tcp(AB, 1024, 22, "S")));
    assertEquals(
        "{p2=[tcp 10.0.0.1:1024>10.0.0.2:443 S]}", send("p1", Frames.tcp(AB, 1024, 443, "S")));
    assertEquals(
        "{p1=[tcp 10.0.0.2:443>10.0.0.1:1024 SA]}",
        send("p2", Frames.tcp(AB.reversed(), 443, 1024, "SA")));
  }

  @Test
  void keepsTenantsApartByAZoneFromARegister() {
    lab.replaceFlows(
        "br0",
        """
        table=0,priority=9,in_port=1 actions=load:10->NXM_NX_REG6[0..15],goto_table:1
        table=0,priority=9,in_port=2 actions=load:10->NXM_NX_REG6[0..15],goto_table:1
        table=0,priority=9,in_port=3 actions=load:11->NXM_NX_REG6[0..15],goto_table:1
        table=1,ip actions=ct(zone=NXM_NX_REG6[0..15],table=2)
        table=2,ct_state=+trk+new,ip,in_port=1 actions=ct(commit,zone=NXM_NX_REG6[0..15]),output:2
        table=2,ct_state=+trk+est,ip,reg6=10,in_port=2 actions=output:1
        table=2,ct_state=+trk+est,ip,reg6=11 actions=output:4
        """);
    send("p1", Frames.tcp(AB, 1024, 80, "S"));
    assertEquals("{}", send("p3", Frames.tcp(AB.reversed(), 80, 1024, "SA")));
    assertEquals(
        "{p1=[tcp 10.0.0.2:80>10.0.0.1:1024 SA]}",
        send("p2", Frames.tcp(AB.reversed(), 80, 1024, "SA")));
    assertTrue(lab.conntrack().contains("zone=10"), lab.conntrack());
  }

  @Test
  void answersArp() {
    String gateway = "02:00:00:00:00:fe";
    lab.replaceFlows(
        "br0",
        """
        table=0,priority=9,arp,arp_op=1,arp_tpa=10.0.0.254 actions=move:NXM_OF_ETH_SRC[]->NXM_OF_ETH_DST[],\
        set_field:%1$s->eth_src,set_field:2->arp_op,move:NXM_NX_ARP_SHA[]->NXM_NX_ARP_THA[],\
        move:NXM_OF_ARP_SPA[]->NXM_OF_ARP_TPA[],set_field:%1$s->arp_sha,set_field:10.0.0.254->arp_spa,in_port
        """
            .formatted(gateway));
    byte[] expected = Frames.arpReply(new Ends(gateway, "10.0.0.254", A, "10.0.0.1"));
    byte[] answer =
        lab.send("p1", Frames.arpRequest(A, "10.0.0.1", "10.0.0.254")).get("p1").getFirst();
    assertEquals(Frames.hex(expected), Frames.hex(answer));
  }

  @Test
  void answersNeighbourSolicitations() {
    // Two tables, because only what matches type 136 may set the target's hardware address.
    lab.replaceFlows(
        "br0",
        """
        table=0,icmp6,icmpv6_type=135,icmpv6_code=0,nd_target=fd00::fe \
        actions=move:NXM_OF_ETH_SRC[]->NXM_OF_ETH_DST[],set_field:02:00:00:00:00:fe->eth_src,\
        move:NXM_NX_IPV6_SRC[]->NXM_NX_IPV6_DST[],set_field:fd00::fe->ipv6_src,\
        set_field:136->icmpv6_type,resubmit(,1)
        table=1,icmp6,icmpv6_type=136 actions=set_field:0x60000000->nd_reserved,set_field:2->nd_options_type,\
        set_field:02:00:00:00:00:fe->nd_tll,in_port
        """);
    byte[] question = Frames.neighbourSolicitation(A, "fd00::1", "fd00::fe");
    byte[] expected =
        Frames.neighbourAdvertisement(new Ends("02:00:00:00:00:fe", "fd00::fe", A, "fd00::1"));
    assertEquals(Frames.hex(expected), Frames.hex(lab.send("p1", question).get("p1").getFirst()));
  }

  private String send(String port, byte[] frame) {
    return lab.send(port, frame).entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue().stream().map(Packet::of).toList())
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static Packet only(Map<String, List<byte[]>> out, String port) {
    assertEquals(Set.of(port), out.keySet());
    return Packet.of(out.get(port).getFirst());
  }
}
