package org.vmn.runtime.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.TestNetworks;
import org.vmn.runtime.forward.Choices;
import org.vmn.runtime.forward.Exit;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.forward.Packet;
import org.vmn.runtime.forward.Place;
import org.vmn.runtime.forward.Translation.Target;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Chain;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.network.Element;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.Traffic.Protocol;
import org.vmn.runtime.network.UplinkRef;

/** One or two replicas stand for all that are up; here every replica and every choice is tried. */
class SurvivorsTest {
  @Property(tries = 200, seed = "1")
  void fewDecideWhatAllDecide(@ForAll long seed) {
    Random random = new Random(seed);
    Network network = new RandomSites(random).network();
    Forwarding left = Forwarding.of(network).without(failed(random, network));
    Claim claim =
        new Claim.Reach(
            Claim.Mode.REACHES,
            TestNetworks.all(network, "web"),
            TestNetworks.all(network, "db"),
            null);
    Finding found = Claims.about(left).decide(claim, new Effort(1_000_000, 0, () -> false));
    assertEquals(all(left), found.holds(), found.toString());
  }

  private static List<Element> failed(Random random, Network network) {
    List<Element> failed = new ArrayList<>();
    int hosts = network.hosts().get(0).replicas().count();
    for (int i = 1; i <= hosts; i++) {
      if (random.nextInt(4) == 0) {
        failed.add(new Element.OfUplink(UplinkRef.parse("kvm[" + i + "].eno1")));
      } else if (random.nextInt(6) == 0) {
        failed.add(new Element.OfHost(Ref.parse("kvm[" + i + "]")));
      }
    }
    network.links().stream()
        .filter(l -> random.nextInt(5) == 0)
        .forEach(l -> failed.add(new Element.OfLink(l.name())));
    Machine web = network.machines().get(0);
    failed.add(new Element.OfMachine(web.ref(random.nextInt(web.count()))));
    return failed;
  }

  private static boolean all(Forwarding left) {
    Machine web = left.sets().machine("web");
    Machine db = left.sets().machine("db");
    for (int i = 0; i < web.count(); i++) {
      for (int j = 0; j < db.count(); j++) {
        if (!left.outage().machine(web, i)
            && !left.outage().machine(db, j)
            && !completes(left, web, i, db, j)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean completes(Forwarding left, Machine web, int i, Machine db, int j) {
    Place start = new Place.Adapter(web, i, web.nics().get(0));
    Packet packet =
        Packet.opening(
            web.nics().get(0).at(i).get(0), db.nics().get(0).at(j).get(0), Protocol.TCP, 80);
    for (int first = 0; first < 4; first++) {
      for (int second = 0; second < 4; second++) {
        Fixed choices = new Fixed(first, second);
        if (!left.walk(start, packet, choices, Exit.USUAL).completes()) {
          return false;
        }
      }
    }
    return true;
  }

  /** Takes the given options in turn, as far as there are so many. */
  private static final class Fixed implements Choices {
    private final int[] options;
    private int asked;

    Fixed(int... options) {
      this.options = options;
    }

    @Override
    public int route(int count) {
      return options[asked++ % options.length] % count;
    }

    @Override
    public @Nullable Target target(Balancer balancer, Pool pool) {
      return member(pool);
    }

    @Override
    public @Nullable Target instance(Chain.Stage stage, Pool pool) {
      return member(pool);
    }

    private @Nullable Target member(Pool pool) {
      List<Target> usable = new ArrayList<>();
      for (Member.Machines m : pool.members()) {
        for (int i = m.first(); i <= m.last(); i++) {
          Target target = new Target(pool.sets().machine(m.machine()), i);
          if (pool.usable().test(target)) {
            usable.add(target);
          }
        }
      }
      return usable.isEmpty() ? null : usable.get(route(usable.size()));
    }
  }
}
