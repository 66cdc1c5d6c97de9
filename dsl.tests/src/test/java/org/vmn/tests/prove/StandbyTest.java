package org.vmn.tests.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.vmn.runtime.prove.Verdict.Outcome.PROVED;
import static org.vmn.runtime.prove.Verdict.Outcome.REFUTED;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Where hosts take over from a router's gateway. */
class StandbyTest {
  private static final String SITE =
      """
      network n
      host kvm[3] { uplink inner; uplink outer }
      segment lan { vlan 10; subnet 10.0.0.0/24; on kvm[*].inner }
      segment wan { vlan 11; subnet 192.0.2.0/24; on kvm[*].outer }
      external internet { on wan; gateway 192.0.2.1 }
      router edge { ports lan, wan; route 0.0.0.0/0 via internet; snat lan; %s }
      vm web[3] { nic lan; runs site on 443/tcp; spread host }
      balancer www on 192.0.2.10:443/tcp -> web : site
      """;

  private static final String CLAIMS =
      """
      assert internet reaches www
      assert any 1 of host down => internet reaches www
      assert any 1 of host down => web reaches internet
      assert any 1 of link down => internet reaches www
      assert any 2 of host down => internet reaches www
      """;

  @Test
  void withoutAWordNobodyTakesOver() {
    assertEquals(
        List.of(PROVED, REFUTED, REFUTED, REFUTED, REFUTED),
        Written.outcomes(SITE.formatted("") + CLAIMS));
  }

  @Test
  void oneHostNamedIsNoOther() {
    assertEquals(
        List.of(PROVED, REFUTED, REFUTED, REFUTED, REFUTED),
        Written.outcomes(SITE.formatted("gateway on kvm[2]") + CLAIMS));
  }

  @Test
  void twoHostsSurviveOneFailure() {
    assertEquals(
        List.of(PROVED, PROVED, PROVED, PROVED, REFUTED),
        Written.outcomes(SITE.formatted("gateway on kvm[3], kvm[1]") + CLAIMS));
  }

  @Test
  void allHostsSurviveTwo() {
    assertEquals(
        List.of(PROVED, PROVED, PROVED, PROVED, PROVED),
        Written.outcomes(SITE.formatted("gateway on kvm[*]") + CLAIMS));
  }

  /** What is forbidden with nothing down may be open from where the gateway is then. */
  @Test
  void aTakeoverCanOpenWhatWasShut() {
    String split =
        """
        network n
        host kvm[3] { uplink eno1 }
        fabric dc {
          switch leaf[2]
          link kvm[1].eno1 -- leaf[1]
          link kvm[2].eno1 -- leaf[2]
          link kvm[3].eno1 -- leaf[2]
        }
        segment lan { vlan 10; subnet 10.0.0.0/24; on kvm[*].eno1 }
        segment wan { vlan 11; subnet 192.0.2.0/24; on kvm[*].eno1 }
        external internet { on wan; gateway 192.0.2.1 }
        router edge { ports lan, wan; route 0.0.0.0/0 via internet; gateway on kvm[1], kvm[2] }
        vm web { nic lan; on kvm[3] }
        assert internet cannot reach web
        assert any 1 of host down => internet cannot reach web
        assert any 1 of vm down => internet cannot reach web
        """;
    assertEquals(List.of(PROVED, REFUTED, PROVED), Written.outcomes(split));
  }
}
