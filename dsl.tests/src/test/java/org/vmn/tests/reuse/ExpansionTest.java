package org.vmn.tests.reuse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** A network that is written with the means of reuse is the one that is written out. */
class ExpansionTest {

  @Property(tries = 30, seed = "1")
  void aRepetitionIsItsBodyWrittenOut(
      @ForAll @IntRange(min = -3, max = 5) int first,
      @ForAll @IntRange(min = 0, max = 6) int last) {
    String start = "network n\nsegment lan\nvm a { nic lan }\n";
    String repeated =
        start
            + "for i in "
            + first
            + " + 4.."
            + last
            + " {\n"
            + "segment s-${i} { subnet subnet(10.0.0.0/8, 16, i) }\n"
            + "vm m-${i}[2] { nic s-${i}; memory i * 1 GiB; if i > 2 { cpu 4 } }\n"
            + "allow a -> m-${i}[1] : tcp }";
    String written =
        IntStream.rangeClosed(first + 4, last)
            .mapToObj(i ->
                "segment s-"
                    + i
                    + " { subnet 10.0."
                    + i
                    + ".0/24 }\n"
                    + "vm m-"
                    + i
                    + "[2] { nic s-"
                    + i
                    + "; memory "
                    + i
                    + " GiB"
                    + (i > 2 ? "; cpu 4" : "")
                    + " }\n"
                    + "allow a -> m-"
                    + i
                    + "[1] : tcp\n")
            .collect(Collectors.joining("", start, ""));
    assertEquals(Texts.network(written), Texts.network(repeated));
  }

  @Property(tries = 30, seed = "1")
  void aListIsTakenInItsOrder(
      @ForAll @Size(max = 4) List<@IntRange(min = 1, max = 99) Integer> list) {
    List<Integer> numbers = list.stream().distinct().toList();
    String written =
        numbers.stream().map(i -> "vm m" + i + " { nic lan }\n").collect(Collectors.joining());
    String start = "network n\nsegment lan\n";
    assertEquals(
        Texts.network(start + written + "vm z { nic lan }"),
        Texts.network(
            start + "for i in " + numbers + " { vm m${i} { nic lan } } vm z { nic lan }"));
  }

  @Test
  void aTemplateIsItsPropertiesWithArguments() {
    String start = "network n\nsegment front\nsegment back\n";
    assertEquals(
        Texts.network(
            start
                + "vm a { cpu 2; memory 8 GiB; nic front; runs shop on 80/tcp }\n"
                + "vm b { cpu 4; memory 4 GiB; nic back; runs shop on 80/tcp }\n"
                + "allow a -> b : shop"),
        Texts.network(
            start
                + "template small(net: segment, size = 4 GiB)"
                + " { cpu 2; memory size; nic net; runs shop on 80/tcp }\n"
                + "template large(net: segment) : small(net = net) { cpu 4 }\n"
                + "vm a : small(size = 8 GiB, net = front)\n"
                + "vm b : large(net = back)\n"
                + "allow a -> b : shop"));
  }

  @Test
  void valuesStandWhereverLiteralsDo() {
    String written =
        """
        network n seed 7
        host kvm[2] { cpu 8; memory 64 GiB; zone "a-1"; uplink e { speed 10 Gbps; mtu 9000 } }
        segment lan { vlan 110; subnet 10.1.0.0/16 }
        segment dmz { subnet 192.0.2.0/24 }
        external net { on dmz; gateway 192.0.2.1; prefix 198.51.100.0/24 }
        router r { ports lan, dmz; route 0.0.0.0/0 via 192.0.2.1 }
        service app = 8081/tcp, 9000..9010/udp
        vm web[3] { nic lan { address 10.1.0.10; rate 250 Mbps }; disk root 20 GiB; runs shop on app }
        balancer www on 192.0.2.10:443/tcp -> web : shop { check tcp every 5 s }
        allow 203.0.113.0/24, 203.0.112.9 -> www
        assert any 1 of host down => net reaches www
        """;
    String computed =
        """
        network n seed (3 + 4)
        var base = 10.1.0.0/16
        var fast = 10 Gbps
        var vip = 192.0.2.10
        var port = 8000
        var friends = [203.0.113.0/24, 203.0.112.9]
        var machines = 3
        host kvm[machines - 1] { cpu 2 * 4; memory 128 GiB / 2; zone "a-${1}"; uplink e { speed fast; mtu 9 * 1000 } }
        segment lan { vlan 100 + 10; subnet base }
        segment dmz { subnet prefix(vip, 24) }
        external net { on dmz; gateway host(prefix(vip, 24), 1); prefix (subnet(198.51.0.0/16, 8, 100)) }
        router r { ports lan, dmz; route 0.0.0.0/0 via host(prefix(vip, 24), 1) }
        service app = (port + 81)/tcp, (port + 1000)..(9 * 1000 + 10)/udp
        vm web[machines] { nic lan { address host(base, 10); rate fast / 40 }; disk root 10 GiB * 2; runs shop on app }
        balancer www on vip:(400 + 43)/tcp -> web : shop { check tcp every 10 s / 2 }
        allow friends -> www
        assert any 1 of host down => net reaches www
        """;
    assertEquals(Texts.network(written), Texts.network(computed));
  }

  @Test
  void variablesAreSetFromOutside() {
    String text =
        "network n\n"
            + "var count = 2\n"
            + "var size: memory\n"
            + "segment lan\n"
            + "vm a[count] { memory size; nic lan }";
    assertEquals(
        Texts.network("network n\nsegment lan\nvm a[5] { memory 8 GiB; nic lan }"),
        Texts.network(text, Map.of("count", "5", "size", "8 GiB")));
  }

  @Test
  void whatIsNotChosenIsNotThere() {
    String start = "network n\nsegment lan\nvar large = false\n";
    assertEquals(
        Texts.network(start + "vm small { nic lan }"),
        Texts.network(start + "if large { vm big { nic lan } } else { vm small { nic lan } }"));
  }

  @Test
  void wordsOfAssertionsHoldValues() {
    var network =
        Texts.compile(
                "network n\nsegment lan\nvm a { nic lan }\nfor i in 1..2 { vm b-${i}[i] { nic lan }"
                    + " assert a reaches b-${i}[i] }",
                Map.of())
            .network();
    assertEquals(
        List.of("a reaches b-1[1]", "a reaches b-2[2]"),
        network.assertions().stream().map(a -> a.text()).toList());
  }
}
