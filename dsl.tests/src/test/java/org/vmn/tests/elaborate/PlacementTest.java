package org.vmn.tests.elaborate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
