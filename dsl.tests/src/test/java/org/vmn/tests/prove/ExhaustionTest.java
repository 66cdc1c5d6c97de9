package org.vmn.tests.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.forward.Packet;
import org.vmn.runtime.forward.Place;
import org.vmn.runtime.network.Assertion;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.network.Traffic.Match;
import org.vmn.runtime.network.Traffic.Protocol;
import org.vmn.runtime.prove.Prover;
import org.vmn.runtime.prove.Verdict;
import org.vmn.tests.oracle.Explore;

/**
 * The prover looks at one packet of each class; here every replica connects to every other on every
 * port that rules speak of and on those beside them. Random networks of a router, machines with
 * replicas, rules that cut through replicas and ports.
 */
class ExhaustionTest {
  private static final int LAST_PORT = 9;

  @Test
  void classesDecideWhatEveryPacketDecides() {
    Explore.numbers(300).forEach(ExhaustionTest::classesDecideWhatEveryPacketDecides);
  }

  private static void classesDecideWhatEveryPacketDecides(long seed) {
    String text = new Generator(new Random(seed)).text();
    Network network = Written.network(text);
    Forwarding forwarding = Forwarding.of(network);
    for (Verdict verdict : Prover.of(forwarding).proveAll(network.assertions())) {
      boolean holds = holds(forwarding, verdict.assertion());
      assertEquals(
          holds,
          verdict.outcome() == Verdict.Outcome.PROVED,
          seed + ": " + verdict.assertion().text() + "\n" + text);
      if (verdict.counterexample() != null) {
        boolean reach = reach(verdict.assertion()).mode() == Claim.Mode.REACHES;
        assertEquals(!reach, verdict.counterexample().arrives() && !reach, text);
      }
    }
  }

  private static Claim.Reach reach(Assertion assertion) {
    return (Claim.Reach) assertion.claim();
  }

  private static boolean holds(Forwarding forwarding, Assertion assertion) {
    for (Place.Adapter from : adapters(forwarding, reach(assertion).from().include())) {
      for (Place.Adapter to : adapters(forwarding, reach(assertion).to().include())) {
        boolean same = from.machine().equals(to.machine()) && from.offset() == to.offset();
        for (Packet packet : same ? List.<Packet>of() : packets(from, to, reach(assertion))) {
          boolean completes = forwarding.walk(from, packet).completes();
          if (completes != (reach(assertion).mode() == Claim.Mode.REACHES)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private static List<Place.Adapter> adapters(Forwarding forwarding, List<Member> members) {
    List<Place.Adapter> adapters = new ArrayList<>();
    for (Member member : members) {
      Member.Machines m = (Member.Machines) member;
      Machine machine = forwarding.sets().machine(m.machine());
      for (int i = m.first(); i <= m.last(); i++) {
        for (Nic nic : machine.nics()) {
          adapters.add(new Place.Adapter(machine, i, nic));
        }
      }
    }
    return adapters;
  }

  private static List<Packet> packets(Place.Adapter from, Place.Adapter to, Claim.Reach claim) {
    List<Packet> packets = new ArrayList<>();
    for (Protocol protocol : Protocol.values()) {
      for (int port = 0; port <= (protocol.hasPorts() ? LAST_PORT : 0); port++) {
        Packet packet =
            Packet.opening(
                from.nic().at(from.offset()).get(0),
                to.nic().at(to.offset()).get(0),
                protocol,
                port);
        if (claim.traffic() == null
            || claim.traffic().matches().stream().anyMatch(m -> in(m, packet))) {
          packets.add(packet);
        }
      }
    }
    return packets;
  }

  private static boolean in(Match match, Packet packet) {
    return match.protocol() == packet.protocol()
        && match.firstPort() <= packet.destinationPort()
        && packet.destinationPort() <= match.lastPort();
  }

  /** Writes a small network at random. */
  private record Generator(Random random) {
    private static final int MACHINES = 4;

    String text() {
      StringBuilder text = new StringBuilder("network n\n");
      for (int i = 0; i < 3; i++) {
        text.append("segment s").append(i).append(" { subnet 10.0.").append(i).append(".0/28 }\n");
      }
      text.append(
          random.nextInt(4) == 0
              ? "router r { ports s0, s1 }\n"
              : "router r { ports s0, s1, s2 }\n");
      for (int i = 0; i < MACHINES; i++) {
        text.append("vm m%d[%d] { nic s%d }\n".formatted(i, 1 + i % 3 * 2, random.nextInt(3)));
      }
      text.append("policy default ").append(random.nextInt(3) == 0 ? "allow\n" : "deny\n");
      for (int i = 0; i < 5; i++) {
        text.append(random.nextInt(4) == 0 ? "deny " : "allow ")
            .append(set())
            .append(" -> ")
            .append(set());
        text.append(traffic()).append('\n');
      }
      for (int i = 0; i < 4; i++) {
        String on = traffic().replace(" : ", " on ");
        text.append("assert ")
            .append(some())
            .append(random.nextBoolean() ? " reaches " : " cannot reach ")
            .append(some())
            .append(on)
            .append('\n');
      }
      return text.toString();
    }

    private String set() {
      return switch (random.nextInt(5)) {
        case 0 -> "s" + random.nextInt(3);
        case 1 -> "10.0." + random.nextInt(3) + "." + 4 * random.nextInt(4) + "/30";
        case 2 -> "any except " + some();
        default -> some();
      };
    }

    private String some() {
      int machine = random.nextInt(MACHINES);
      int count = 1 + machine % 3 * 2;
      int first = 1 + random.nextInt(count);
      int last = first + random.nextInt(count - first + 1);
      return random.nextInt(3) == 0 ? "m" + machine : "m%d[%d..%d]".formatted(machine, first, last);
    }

    private String traffic() {
      int first = 1 + random.nextInt(7);
      int last = first + random.nextInt(8 - first);
      return switch (random.nextInt(5)) {
        case 0 -> "";
        case 1 -> " : icmp";
        case 2 -> " : %d..%d/udp".formatted(first, last);
        default -> " : %d..%d/tcp".formatted(first, last);
      };
    }
  }
}
