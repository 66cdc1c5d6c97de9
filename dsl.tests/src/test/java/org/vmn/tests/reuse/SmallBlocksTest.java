package org.vmn.tests.reuse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code for} and {@code if} stand in every block, down to the smallest. */
class SmallBlocksTest {
  private static final String BEGIN =
      """
      network n
      var yes = true
      host kvm[3] { uplink e { if yes { mtu 9000 } } }
      overlay o vxlan over kvm[*].e
      segment lan in o { subnet 10.0.0.0/24 }
      segment other in o { subnet 10.0.1.0/24 }
      segment third in o { subnet 10.0.2.0/24 }
      router r { ports lan, other, third }
      vm db { nic lan; runs store on 5432/tcp }
      vm filter { nic lan }
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fabric f { switch s; link kvm[*].e -- s { if yes { speed 1 Gbps } else { loss 1 % } } }"
            + "|fabric f { switch s; link kvm[*].e -- s { speed 1 Gbps } }",
        "segment d in o { subnet 10.9.0.0/24; dhcp { for i in 1..2 { range host(10.9.0.0/24, 20 *"
            + " i) .. host(10.9.0.0/24, 20 * i + 9) }; if yes { lease 1 h } } }|segment d in o {"
            + " subnet 10.9.0.0/24; dhcp { range 10.9.0.20..10.9.0.29; range 10.9.0.40..10.9.0.49;"
            + " lease 1 h } }",
        "segment d in o { subnet 10.9.0.0/24; dns { for i in 1..2 { server host(10.9.0.0/24, i) };"
            + " if yes { domain \"a.example\" } } }|segment d in o { subnet 10.9.0.0/24; dns {"
            + " server 10.9.0.1, 10.9.0.2; domain \"a.example\" } }",
        "vm t { nic lan { trunk other { if yes { priority 3 } }, third } }"
            + "|vm t { nic lan { trunk other { priority 3 }, third } }",
        "vm web { nic lan; runs w on 80/tcp { calls db : store { if yes { times 3 } } } }"
            + "|vm web { nic lan; runs w on 80/tcp { calls db : store { times 3 } } }",
        "vm web[9] { nic lan; runs w on 80/tcp; scale { if yes { least 2 } else { least 3 } } }"
            + "|vm web[9] { nic lan; runs w on 80/tcp; scale { least 2 } }",
        "vm v { nic lan; on kvm[1]; protect { for i in 2..3 { to kvm[i] }; if yes { rpo 20 min } }"
            + " }|vm v { nic lan; on kvm[1]; protect { to kvm[2]; to kvm[3]; rpo 20 min } }",
        "chain c lan -> other through filter { if yes { fail-open } }"
            + "|chain c lan -> other through filter { fail-open }",
        "scenario s { at 1 s link kvm[1].e { if yes { delay 1 ms } else { loss 1 % } } }"
            + "|scenario s { at 1 s link kvm[1].e { delay 1 ms } }",
      })
  void meansWhatIsChosen(String repeated, String written) {
    assertEquals(Texts.network(BEGIN + written), Texts.network(BEGIN + repeated));
  }
}
