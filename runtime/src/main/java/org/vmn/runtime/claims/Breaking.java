package org.vmn.runtime.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.explore.Attempts;
import org.vmn.runtime.explore.Branches;
import org.vmn.runtime.explore.Parties;
import org.vmn.runtime.explore.Party;
import org.vmn.runtime.forward.Choices;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.forward.Packet;
import org.vmn.runtime.forward.Place;
import org.vmn.runtime.forward.Translation.Target;
import org.vmn.runtime.forward.Watch;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Chain;
import org.vmn.runtime.network.Element;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Ref;

/**
 * Looks for failures that break a connection. A walk notes what it finds up ({@link Watch}): while
 * all of that is up it stays as it is, so only the loss of one of these can break it, and only
 * those are tried, one after the other until so many have failed. The cost grows with the length of
 * ways, not with the size of the network.
 *
 * <p>What is chosen among machines is given beforehand: the loss of a chosen machine only means
 * that another one is chosen, which is tried for itself. That none is left is found by losing the
 * first that can be chosen, again and again.
 */
final class Breaking {
  private final Forwarding whole;
  private final Parties parties;
  private final HostKinds kinds;
  private final Watch watch;
  private final Effort effort;
  private final boolean folds;
  private final Map<Member.Machines, List<Party.Replicas>> pools = new HashMap<>();
  private boolean exhausted;

  Breaking(Forwarding whole, Parties parties, HostKinds kinds, Watch watch, Effort effort) {
    this.whole = whole;
    this.parties = parties;
    this.kinds = kinds;
    this.effort = effort;
    this.watch = watch;
    // Past a chain that is passed over, what comes next isn't known by where the packet is.
    folds = whole.network().chains().stream().noneMatch(Chain::failOpen);
  }

  /** Whether more would have to be tried than may be. */
  boolean isExhausted() {
    return exhausted;
  }

  /** What has failed, and who is chosen. */
  private record Node(Set<Element> failed, Map<Object, Target> chosen) {}

  /** At most so many failures that break what the trial says, or null. */
  @Nullable Set<Element> of(Trial trial, int most) {
    return new Search(trial, most).from(new Node(Set.of(), Map.of()));
  }

  private final class Search {
    private final Trial trial;
    private final int most;
    private final Set<Node> visited = new HashSet<>();

    Search(Trial trial, int most) {
      this.trial = trial;
      this.most = most;
    }

    @Nullable Set<Element> from(Node node) {
      if (exhausted || !visited.add(node)) {
        return null;
      }
      watch.forget();
      Forwarding left = whole.without(node.failed(), watch);
      List<Attempts.Try> tries = trial.tries().apply(new Attempts(left, parties));
      Map<Object, Choices.Pool> open = new LinkedHashMap<>();
      boolean broken =
          trial.all() && tries.size() != 1
              ? !tries.isEmpty() && tries.stream().allMatch(t -> isBad(left, t, node, null))
              : tries.stream().anyMatch(t -> isBad(left, t, node, open));
      if (broken) {
        return node.failed();
      }
      List<Element> seen = new ArrayList<>(watch.seen());
      for (Map.Entry<Object, Choices.Pool> pool : open.entrySet()) {
        for (Target target : options(pool.getValue(), node, tries)) {
          @Nullable Set<Element> found = from(choosing(node, pool.getKey(), target));
          if (found != null) {
            return found;
          }
        }
      }
      return node.failed().size() < most ? among(seen, node) : null;
    }

    private @Nullable Set<Element> among(List<Element> seen, Node node) {
      seen.removeAll(trial.ends());
      for (Target chosen : node.chosen().values()) {
        seen.remove(new Element.OfMachine(chosen.machine().ref(chosen.offset())));
        seen.remove(new Element.OfHost(hostOf(chosen)));
      }
      seen.sort(Comparator.comparingInt(Breaking::order).thenComparing(Elements::name));
      for (Element element : seen) {
        Set<Element> failed = new LinkedHashSet<>(node.failed());
        failed.add(element);
        @Nullable Set<Element> found = from(new Node(failed, node.chosen()));
        if (found != null) {
          return found;
        }
      }
      return null;
    }

    /**
     * Whether some walk of a try is bad.
     *
     * @param open gets what is chosen among and not given; null to try all that is there
     */
    private boolean isBad(
        Forwarding left, Attempts.Try t, Node node, @Nullable Map<Object, Choices.Pool> open) {
      Packet packet =
          Packet.opening(t.from(), t.to(), trial.probe().protocol(), trial.probe().port());
      Branches.Representatives every = pool -> options(pool, node, List.of(t));
      Branches branches = folds ? Branches.outcomes(every) : Branches.all(every);
      Given[] given = new Given[1];
      Branches.Search search =
          branches.search(
              choices -> {
                given[0] = new Given(choices, node.chosen(), open);
                return left.walk(t.start(), packet, given[0], t.exit());
              },
              walk -> given[0].isFollowed() && trial.bad().test(walk));
      exhausted |= search.gaveUp() || effort.spent(search.walks());
      return search.found() != null;
    }

    private List<Target> options(Choices.Pool pool, Node node, List<Attempts.Try> tries) {
      Set<Ref> special = new HashSet<>(trial.hosts());
      node.chosen().values().forEach(t -> special.add(hostOf(t)));
      node.failed().forEach(e -> addHosts(e, special));
      Set<Target> options = new LinkedHashSet<>();
      for (Member.Machines member : pool.members()) {
        for (Party.Replicas piece :
            pools.computeIfAbsent(member, m -> List.copyOf(new LinkedHashSet<>(whole(m))))) {
          HostKinds.Up up = i -> !isDown(piece, i, node.failed());
          for (int i : kinds.representatives(piece, special, up)) {
            options.add(new Target(piece.machine(), i));
          }
          for (Attempts.Try t : tries) {
            if (t.start() instanceof Place.Adapter a
                && a.machine().name().equals(piece.machine().name())
                && piece.first() <= a.offset()
                && a.offset() <= piece.last()) {
              options.add(new Target(a.machine(), a.offset()));
            }
          }
        }
      }
      return List.copyOf(options);
    }

    private List<Party.Replicas> whole(Member.Machines member) {
      return parties.replicas(member).stream().map(Trials::whole).toList();
    }
  }

  private void addHosts(Element failed, Set<Ref> hosts) {
    switch (failed) {
      case Element.OfHost e -> hosts.add(e.host());
      case Element.OfUplink e -> hosts.add(e.uplink().host());
      case Element.OfMachine e ->
          hosts.add(
              whole.sets().machine(e.machine().name()).placement().hostOf(e.machine().offset()));
      case Element.OfLink e -> hosts.addAll(Trials.hostsOf(whole.network(), e.link()));
      default -> {}
    }
  }

  private static boolean isDown(Party.Replicas of, int offset, Set<Element> failed) {
    return !failed.isEmpty()
        && (failed.contains(new Element.OfMachine(of.machine().ref(offset)))
            || failed.contains(new Element.OfHost(of.machine().placement().hostOf(offset))));
  }

  private static Ref hostOf(Target target) {
    return target.machine().placement().hostOf(target.offset());
  }

  private static Node choosing(Node node, Object chooser, Target target) {
    Map<Object, Target> chosen = new HashMap<>(node.chosen());
    chosen.put(chooser, target);
    return new Node(node.failed(), chosen);
  }

  private static int order(Element element) {
    return switch (element) {
      case Element.OfHost e -> 0;
      case Element.OfZone e -> 0;
      case Element.OfUplink e -> 1;
      case Element.OfLink e -> 2;
      case Element.OfMachine e -> 3;
      case Element.OfRouter e -> 4;
      case Element.OfDevice e -> 5;
    };
  }

  /** Chooses as given. A walk that meets a choice that isn't, or that can't be made, is none. */
  private static final class Given implements Choices {
    private final Choices routes;
    private final Map<Object, Target> chosen;
    private final @Nullable Map<Object, Pool> open;
    private boolean followed = true;

    Given(Choices routes, Map<Object, Target> chosen, @Nullable Map<Object, Pool> open) {
      this.routes = routes;
      this.chosen = chosen;
      this.open = open;
    }

    boolean isFollowed() {
      return followed;
    }

    @Override
    public boolean knows(Supplier<?> situation) {
      return routes.knows(situation);
    }

    @Override
    public int route(int count) {
      return routes.route(count);
    }

    @Override
    public @Nullable Target target(Balancer balancer, Pool pool) {
      return open == null ? routes.target(balancer, pool) : member(balancer.name(), pool, open);
    }

    @Override
    public @Nullable Target instance(Chain.Stage stage, Pool pool) {
      return open == null ? routes.instance(stage, pool) : member(stage, pool, open);
    }

    private @Nullable Target member(Object chooser, Pool pool, Map<Object, Pool> open) {
      Target given = chosen.get(chooser);
      if (given != null) {
        followed &= pool.usable().test(given);
        return followed ? given : null;
      }
      if (pool.first() != null) {
        followed = false;
        open.put(chooser, pool);
      }
      return null;
    }
  }
}
