package org.vmn.runtime.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vmn.runtime.Explore;
import org.vmn.runtime.TestNetworks;
import org.vmn.runtime.explore.Cuts;
import org.vmn.runtime.explore.Parties;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.network.Claim.Kind;
import org.vmn.runtime.network.Element;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.UplinkRef;

/** The search leaves out what is alike; here every set of failures is tried. */
class FailuresTest {
  @Test
  void everySetOfFailuresDecidesTheSame() {
    Explore.numbers(300).forEach(FailuresTest::everySetOfFailuresDecidesTheSame);
  }

  private static void everySetOfFailuresDecidesTheSame(long seed) {
    Random random = new Random(seed);
    Network network = new RandomSites(random).network();
    Forwarding whole = Forwarding.of(network);
    List<Kind> kinds = new ArrayList<>(List.of(Kind.values()));
    kinds.removeIf(k -> random.nextBoolean());
    int count = 1 + random.nextInt(2);
    Claim inner = claim(network, random);
    Finding found =
        Claims.about(whole).decide(new Claim.UnderFailures(count, kinds, inner), effort());
    int least = least(whole, inner, elements(network, kinds), count);
    assertEquals(least <= count, !found.holds(), seed + " " + kinds + " " + inner + " " + found);
    if (!found.holds()) {
      assertEquals(least, found.failed().size(), seed + " " + found);
      assertEquals(false, holds(whole, inner, found.failed()));
    }
  }

  @Test
  void everyMinimalCutIsFound() {
    Explore.numbers(200).forEach(FailuresTest::everyMinimalCutIsFound);
  }

  private static void everyMinimalCutIsFound(long seed) {
    Random random = new Random(seed);
    Network network = new RandomSites(random).network();
    Forwarding whole = Forwarding.of(network);
    Claim inner = claim(network, random);
    int most = 1 + random.nextInt(2);
    Set<Set<Element>> found = new HashSet<>();
    for (MinimalCut cut : MinimalCuts.of(whole, inner, most, effort())) {
      assertFalse(cut.more(), () -> seed + " " + cut);
      assertTrue(found.add(Set.copyOf(cut.failed())), () -> seed + " twice: " + cut);
      cut.alike().forEach(set -> assertTrue(found.add(Set.copyOf(set)), () -> seed + " " + cut));
    }
    assertEquals(minimalCuts(whole, inner, most), found, seed + " " + inner);
  }

  /** By trying every set. */
  private static Set<Set<Element>> minimalCuts(Forwarding whole, Claim claim, int most) {
    Set<Set<Element>> cuts = new HashSet<>();
    if (!holds(whole, claim, List.of())) {
      return cuts;
    }
    List<Element> all = elements(whole.network(), List.of(Kind.values()));
    for (Element one : all) {
      if (!holds(whole, claim, List.of(one))) {
        cuts.add(Set.of(one));
      }
    }
    for (int i = 0; i < all.size() && most > 1; i++) {
      for (Element other : all.subList(i + 1, all.size())) {
        Element one = all.get(i);
        boolean minimal = !cuts.contains(Set.of(one)) && !cuts.contains(Set.of(other));
        if (minimal && !holds(whole, claim, List.of(one, other))) {
          cuts.add(Set.of(one, other));
        }
      }
    }
    return cuts;
  }

  private static Effort effort() {
    return new Effort(10_000_000, 0, () -> false);
  }

  private static Claim claim(Network network, Random random) {
    Endpoints web = set(network, "web");
    Endpoints db = set(network, "db");
    Endpoints internet =
        new Endpoints("internet", List.of(new Member.Outside("internet")), List.of());
    Endpoints www =
        network.balancers().isEmpty()
            ? web
            : new Endpoints("www", List.of(new Member.Virtual("www")), List.of());
    return switch (random.nextInt(14)) {
      case 12 -> new Claim.Reach(Claim.Mode.CANNOT_REACH, internet, web, null);
      case 13 -> new Claim.Reach(Claim.Mode.CANNOT_REACH, internet, www, null);
      case 8 -> new Claim.Isolated(db, web);
      case 9 -> new Claim.NoLoops();
      case 10 -> crosses(internet, web, network);
      case 11 -> crosses(db, web, network);
      case 4 -> new Claim.Reach(Claim.Mode.REACHES, internet, www, null);
      case 5 -> new Claim.Reach(Claim.Mode.REACHES, db, www, null);
      case 6 -> new Claim.Reach(Claim.Mode.REACHES, web, www, null);
      case 7 -> new Claim.Reach(Claim.Mode.CANNOT_REACH, db, www, null);
      case 0 -> new Claim.Reach(Claim.Mode.REACHES, web, internet, null);
      case 1 -> new Claim.Reach(Claim.Mode.CANNOT_REACH, db, web, null);
      case 2 -> new Claim.NoBlackHoles();
      default -> new Claim.Reach(Claim.Mode.REACHES, web, db, null);
    };
  }

  private static Claim crosses(Endpoints from, Endpoints to, Network network) {
    Claim.Waypoint through =
        network.chains().isEmpty()
            ? new Claim.Waypoint.AtRouter(network.routers().get(0).name())
            : new Claim.Waypoint.AtChain(network.chains().get(0).name());
    return new Claim.Crosses(from, to, null, List.of(through));
  }

  /** Nobody can't be lost. */
  @Test
  void aClaimAboutNobodyHolds() {
    Network network = new RandomSites(new Random(1)).network();
    Endpoints nobody = new Endpoints("nobody", List.of(), List.of());
    for (Claim.Mode mode : Claim.Mode.values()) {
      Claim claim =
          new Claim.UnderFailures(
              1, List.of(Kind.HOST), new Claim.Reach(mode, set(network, "db"), nobody, null));
      assertEquals(
          Finding.HOLDS,
          Claims.about(Forwarding.of(network)).decide(claim, effort()),
          claim::toString);
    }
  }

  private static Endpoints set(Network network, String machine) {
    return TestNetworks.all(network, machine);
  }

  /** The size of the smallest set that breaks the claim; more than the count when none does. */
  private static int least(Forwarding whole, Claim claim, List<Element> elements, int count) {
    if (!holds(whole, claim, List.of())) {
      return 0;
    }
    int least = count + 1;
    for (int i = 0; i < elements.size(); i++) {
      if (!holds(whole, claim, List.of(elements.get(i)))) {
        return 1;
      }
      for (int j = 0; count > 1 && least > 2 && j < i; j++) {
        if (!holds(whole, claim, List.of(elements.get(i), elements.get(j)))) {
          least = 2;
        }
      }
    }
    return least;
  }

  private static boolean holds(Forwarding whole, Claim claim, List<Element> failed) {
    Forwarding left = whole.without(failed);
    Parties parties = new Parties(left, new Cuts(left));
    boolean needsBoth =
        claim instanceof Claim.Reach reach && reach.mode() != Claim.Mode.CANNOT_REACH;
    return (!needsBoth || Relevant.sets(claim).stream().noneMatch(s -> parties.of(s).isEmpty()))
        && Claims.about(left).decide(claim, effort()).holds();
  }

  private static List<Element> elements(Network network, List<Kind> kinds) {
    List<Element> all = new ArrayList<>();
    int hosts = network.hosts().get(0).replicas().count();
    for (int i = 1; i <= hosts; i++) {
      if (kinds.contains(Kind.HOST)) {
        all.add(new Element.OfHost(Ref.parse("kvm[" + i + "]")));
      }
      if (kinds.contains(Kind.LINK)) {
        all.add(new Element.OfUplink(UplinkRef.parse("kvm[" + i + "].eno1")));
      }
    }
    if (kinds.contains(Kind.LINK)) {
      network.links().forEach(l -> all.add(new Element.OfLink(l.name())));
    }
    if (kinds.contains(Kind.MACHINE)) {
      network
          .machines()
          .forEach(m -> {
            for (int i = 0; i < m.count(); i++) {
              all.add(new Element.OfMachine(m.ref(i)));
            }
          });
    }
    if (kinds.contains(Kind.ROUTER)) {
      network.routers().forEach(r -> all.add(new Element.OfRouter(r.name())));
    }
    if (kinds.contains(Kind.DEVICE) && !network.fabric().isEmpty()) {
      all.add(new Element.OfDevice(Ref.parse("leaf[1]")));
      all.add(new Element.OfDevice(Ref.parse("leaf[2]")));
    }
    return all;
  }
}
