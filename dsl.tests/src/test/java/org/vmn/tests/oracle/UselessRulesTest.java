package org.vmn.tests.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.generator.analyze.Analysis;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Assertion;
import org.vmn.runtime.network.Firewall;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Policy;
import org.vmn.runtime.review.RuleReview;

/**
 * Two answers to what rules do nothing: {@code check} compares sets and speaks of what is the same
 * for every packet; {@code prove --rules} asks of packets that somebody can send. The rules that
 * either names can go one by one and all at once, by the second engine.
 */
class UselessRulesTest {
  private static final Set<Code> USELESS =
      Set.of(Code.RULE_MATCHES_NOTHING, Code.SHADOWED_RULE, Code.REDUNDANT_RULE);

  private int named;

  @Test
  void whatCheckNamesDecidesNoPacket() {
    Explore.numbers(200)
        .forEach(seed -> {
          Network network = RandomNetwork.of(seed);
          Set<Origin> origins =
              Analysis.of(network).stream()
                  .filter(p -> USELESS.contains(p.code()))
                  .map(Problem::origin)
                  .collect(Collectors.toSet());
          Space space = new Space();
          Headers was = permits(network, space);
          assertEquals(was, permits(without(network, origins), space), "seed " + seed);
          for (Origin one : origins) {
            assertEquals(was, permits(without(network, Set.of(one)), space), seed + " " + one);
          }
        });
    assertTrue(named > 100, named + " rules");
  }

  private static Headers permits(Network network, Space space) {
    Sets sets = new Sets(new Catalogue(network, Set.of()));
    return new Permission(space, sets, network.policy()).permits(space.sent());
  }

  @Test
  void firewallRulesThatCheckNamesDecideNoClaim() {
    Explore.numbers(300)
        .forEach(seed -> {
          Network network = RandomNetwork.of(seed);
          Set<Origin> origins =
              Analysis.of(network).stream()
                  .filter(p -> p.code() == Code.UNREACHED_RULE)
                  .map(Problem::origin)
                  .collect(Collectors.toSet());
          if (origins.isEmpty()) {
            return;
          }
          Judge was = new Judge(network);
          Judge is = new Judge(withoutInFirewalls(network, origins));
          for (Assertion assertion : network.assertions()) {
            assertEquals(was.decides(assertion), is.decides(assertion), seed + assertion.text());
          }
        });
    assertTrue(named > 10, named + " rules");
  }

  private Network withoutInFirewalls(Network network, Set<Origin> origins) {
    List<Firewall> left = new ArrayList<>();
    for (Firewall f : network.firewalls()) {
      List<Firewall.Rule> rules =
          f.rules().stream().filter(r -> !origins.contains(r.origin())).toList();
      named += f.rules().size() - rules.size();
      left.add(
          new Firewall(f.name(), f.router(), f.external(), f.allowByDefault(), rules, f.origin()));
    }
    return network.filteredBy(network.policy(), left);
  }

  @Test
  void whatProveNamesDecidesNoClaim() {
    Explore.numbers(60)
        .forEach(seed -> {
          Network network = RandomNetwork.of(seed);
          Set<Origin> origins =
              RuleReview.of(Forwarding.of(network)).stream()
                  .map(RuleReview.Remark::origin)
                  .collect(Collectors.toSet());
          Judge was = new Judge(network);
          List<Set<Origin>> goes = new ArrayList<>(List.of(origins));
          origins.forEach(one -> goes.add(Set.of(one)));
          for (Set<Origin> gone : goes) {
            Judge is = new Judge(without(network, gone));
            for (Assertion assertion : network.assertions()) {
              assertEquals(
                  was.decides(assertion), is.decides(assertion), seed + assertion.text() + gone);
            }
          }
        });
    assertTrue(named > 50, named + " rules");
  }

  private Network without(Network network, Set<Origin> origins) {
    Policy policy = network.policy();
    List<Policy.Rule> left =
        policy.rules().stream().filter(r -> !origins.contains(r.origin())).toList();
    named += policy.rules().size() - left.size();
    return network.filteredBy(
        new Policy(policy.allowByDefault(), policy.log(), left, policy.origin()),
        network.firewalls());
  }
}
