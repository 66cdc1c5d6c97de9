package org.vmn.tests.elaborate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Ref;

/** Where machines are put, and when there is no place for them. */
class PlacementTest {
  private static final String HOSTS =
      "network n\nhost kvm[3] { cpu 2; memory 8 GiB; zone \"a\"; uplink e }\n"
          + "host old { cpu 2; zone \"b\"; uplink e }\nsegment lan\n";

  private static List<String> places(String text, String name) {
    Network network = Elaborated.network(text);
    Machine machine =
        network.machines().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
    List<String> places = new ArrayList<>();
    for (int i = 0; i < machine.count(); i++) {
      Ref host = machine.placement().hostOf(i);
      places.add(host.toString());
    }
    return places;
  }

  @Test
  void replicasThatAreApartShareNoHostEvenIfOneIsFull() {
    String full = HOSTS + "vm big { cpu 2; nic lan; on kvm[1] }\n";
    assertEquals(
        List.of("kvm[2]", "kvm[3]", "old"), places(full + "vm a[3] { nic lan; apart host }", "a"));
    assertEquals(
        List.of("6 VMN3201 no further host has room for replica 4 of 4 of `a`"),
        Elaborated.errors(full + "vm a[4] { nic lan; apart host }"));
  }

  @Test
  void aFullHostOfAZoneLeavesTheOthersOfIt() {
    String full = HOSTS + "vm big { cpu 2; nic lan; on kvm[1] }\n";
    assertEquals(List.of("kvm[2]", "old"), places(full + "vm a[2] { nic lan; apart zone }", "a"));
  }

  @Test
  void moreDomainsThanThereAreCantBeHad() {
    assertEquals(
        List.of("5 VMN3202 `a` has 3 replicas, and there are 2 zones to keep them apart on"),
        Elaborated.errors(HOSTS + "vm a[3] { nic lan; apart zone }"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cpu 2|4|true",
        "cpu 2|5|false",
        "cpu 2, memory 1|5|false",
        "cpu 2.5|5|true",
        "memory 2|2|true",
        "memory 2|3|false",
      })
  void aHostPromisesSoManyTimesWhatItHas(String overcommit, int machines, boolean fits) {
    String text =
        "network n\nhost h { cpu 2; memory 8 GiB; overcommit %s }\nsegment s\nvm a[%d] { nic s }"
            .formatted(overcommit, machines);
    assertEquals(fits, Elaborated.errors(text).isEmpty());
  }

  @Test
  void machinesThatFindNoRoomAreOneError() {
    String text =
        """
        network n
        host kvm[3] { cpu 4; memory 64 GiB; uplink e }
        segment lan
        for g in 1..8 {
          vm a-${g} { cpu 2; nic lan }
          vm b-${g} { cpu 1; nic lan }
        }
        """;
    assertEquals(
        List.of("5 VMN3201 7 machines don't fit: short of 12 cpu"), Elaborated.errors(text));
    Problem problem = Elaborated.problems(text).get(0);
    assertEquals(
        List.of(
            "5 `a-4` and 4 more; each needs 2 cpu, 1 GiB of memory, 10 GiB of storage",
            "6 `b-7` and 1 more; each needs 1 cpu, 1 GiB of memory, 10 GiB of storage",
            "2 `kvm[1]` has 0 cpu, 61 GiB of memory left"),
        problem.labels().stream().map(l -> l.origin().line() + " " + l.text()).toList());
  }

  @Test
  void roomThatIsInTooSmallPiecesIsNotCounted() {
    assertEquals(
        List.of("4 VMN3201 2 machines don't fit: short of 10 cpu"),
        Elaborated.errors(
            "network n\nhost kvm[2] { cpu 4; uplink e }\nsegment lan\nvm a { cpu 5; nic lan }\n"
                + "vm b { cpu 5; nic lan }"));
  }

  @Test
  void whereOneTakesTheRoomOfAllOthersItIsTheOneThatIsTooLarge() {
    String text =
        """
        network n
        host kvm[2] { cpu 8; uplink e }
        segment lan
        vm first { cpu 2; nic lan }
        vm desk[40] { cpu 2; nic lan }
        vm web[2] { nic lan; apart host }
        vm mail { cpu 2; nic lan }
        """;
    assertEquals(
        List.of(
            "5 VMN3201 no host has room for replica 5 of 40 of `desk`"
                + " beside the other machines: short of 72 cpu"),
        Elaborated.errors(text));
    assertEquals(List.of(), Elaborated.errors(text.replace("[40]", "[4]")));
  }

  @Test
  void alsoWhereItFindsRoomItself() {
    assertEquals(
        List.of(
            "4 VMN3201 no host has room for replica 4 of 8 of `desk`"
                + " beside the other machines: short of 10 cpu"),
        Elaborated.errors(
            "network n\n"
                + "host kvm[2] { cpu 8; uplink e }\n"
                + "segment lan\n"
                + "vm desk[8] { cpu 2; nic lan }\n"
                + "vm a[2] { cpu 4; nic lan; together host }\n"
                + "vm b { cpu 1; nic lan }"));
  }

  @Test
  void factorsAreChecked() {
    assertEquals(
        List.of(
            "2 VMN2005 `0.5` is not a factor from 1 to 100",
            "3 VMN2012 hosts promise no `bandwidth` to guests",
            "4 VMN2008 `cpu` is already said"),
        Elaborated.errors(
            """
            network n
            host a { cpu 2; overcommit cpu 0.5 }
            host b { overcommit bandwidth 2 }
            host c { overcommit cpu 2; overcommit cpu 3 }
            """));
  }
}
