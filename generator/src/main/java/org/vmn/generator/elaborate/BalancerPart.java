package org.vmn.generator.elaborate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.dsl.vmn.Algorithm;
import org.vmn.dsl.vmn.HealthCheck;
import org.vmn.dsl.vmn.Service;
import org.vmn.runtime.forward.Translation;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Program;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.network.Traffic;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpRange;

/** Balancers: whose address they have, and what serves behind them. */
final class BalancerPart {
  private static final long DEFAULT_INTERVAL = 5_000_000_000L;

  private final Context context;
  private final List<Segment> segments;
  private final SetResolver sets;
  private final Map<EObject, Segment> homes = new HashMap<>();

  BalancerPart(Context context, List<Segment> segments, SetResolver sets) {
    this.context = context;
    this.segments = segments;
    this.sets = sets;
  }

  /**
   * Claims the virtual addresses, each in the segment whose subnet holds it. Balancers may share
   * one, on different ports.
   */
  void claim(AddressBook book) {
    Map<Ip, Segment> shared = new HashMap<>();
    for (org.vmn.dsl.vmn.Balancer balancer : context.all(org.vmn.dsl.vmn.Balancer.class).toList()) {
      Ip ip = Ip.parse(balancer.getAddress());
      Segment home = shared.get(ip);
      if (home == null) {
        home =
            segments.stream()
                .filter(s -> s.subnets().stream().anyMatch(p -> p.contains(ip)))
                .findFirst()
                .orElse(null);
        if (home == null) {
          context.report(
              Problem.of(
                      Code.ADDRESS_OUTSIDE,
                      context.origin(balancer),
                      "`"
                          + ip
                          + "` of balancer `"
                          + balancer.getName()
                          + "` is in no segment's subnet")
                  .help("give a segment a subnet that holds it"));
        } else if (book.claim(
                home,
                IpRange.of(ip),
                "balancer `" + balancer.getName() + "`",
                context.origin(balancer))
            == null) {
          home = null;
        }
      }
      if (home != null) {
        shared.put(ip, home);
        homes.put(balancer, home);
      }
    }
  }

  List<Balancer> elaborate(List<Machine> machines, RouterPart routers, Macs macs) {
    List<Balancer> balancers = new ArrayList<>();
    for (org.vmn.dsl.vmn.Balancer balancer : context.all(org.vmn.dsl.vmn.Balancer.class).toList()) {
      Segment home = homes.get(balancer);
      Balancer found = home == null ? null : balancer(balancer, home, machines, routers, macs);
      if (found != null) {
        balancers.add(found);
      }
    }
    return balancers;
  }

  private @Nullable Balancer balancer(
      org.vmn.dsl.vmn.Balancer balancer,
      Segment home,
      List<Machine> machines,
      RouterPart routers,
      Macs macs) {
    Endpoints endpoints = sets.resolve(balancer.getTargets());
    List<Member.Machines> targets = new ArrayList<>();
    for (Member member : endpoints.include()) {
      if (member instanceof Member.Machines m) {
        targets.add(m);
      } else {
        report(
            balancer,
            "balances over machines only, and `" + endpoints.text() + "` holds something else");
      }
    }
    Traffic.Protocol protocol = TrafficTerms.protocol(balancer.getProtocol());
    int port = Integer.parseInt(balancer.getPort());
    int targetPort = targetPort(balancer, targets, machines, protocol, port);
    if (targets.isEmpty() || targetPort < 0) {
      return null;
    }
    GatewayPart.Gateway gateway = routers.gateway(home.name());
    Balancer found =
        new Balancer(
            balancer.getName(),
            home.name(),
            Ip.parse(balancer.getAddress()),
            macs.block(1, balancer.getName()),
            protocol,
            port,
            targets,
            targetPort,
            algorithm(balancer),
            check(balancer, targets, machines),
            gateway.host(),
            gateway.standby(),
            context.origin(balancer));
    for (Member.Machines m : targets) {
      Machine machine = machine(machines, m.machine());
      if (machine != null
          && machine.nics().stream().allMatch(n -> n.addresses().size() > 0)
          && Translation.targetAddress(found, machine, m.first()) == null) {
        report(
            balancer,
            "has target `"
                + m.machine()
                + "`, which has no address of the family of "
                + found.address());
      }
    }
    return found;
  }

  private int targetPort(
      org.vmn.dsl.vmn.Balancer balancer,
      List<Member.Machines> targets,
      List<Machine> machines,
      Traffic.Protocol protocol,
      int port) {
    if (balancer.getProgram() == null) {
      return port;
    }
    String program = balancer.getProgram().getName();
    int found = -1;
    for (Member.Machines target : targets) {
      Machine machine = machine(machines, target.machine());
      Program own =
          machine == null
              ? null
              : machine.programs().stream()
                  .filter(p -> p.name().equals(program))
                  .findFirst()
                  .orElse(null);
      Traffic.Match match = own == null ? null : first(own.ports(), protocol);
      if (match == null && balancer.getProgram() instanceof Service) {
        return port;
      }
      if (match == null) {
        report(
            balancer,
            "needs `"
                + program
                + "` on a "
                + protocol.name().toLowerCase(Locale.ROOT)
                + " port of `"
                + target.machine()
                + "`, which doesn't run it");
        return -1;
      }
      if (found >= 0 && found != match.firstPort()) {
        report(balancer, "has targets that run `" + program + "` on different ports");
        return -1;
      }
      found = match.firstPort();
    }
    return found;
  }

  private static Traffic.@Nullable Match first(Traffic ports, Traffic.Protocol protocol) {
    return ports.matches().stream().filter(m -> m.protocol() == protocol).findFirst().orElse(null);
  }

  private static @Nullable Machine machine(List<Machine> machines, String name) {
    return machines.stream().filter(m -> m.name().equals(name)).findFirst().orElse(null);
  }

  private static Balancer.Algorithm algorithm(org.vmn.dsl.vmn.Balancer balancer) {
    return Context.properties(balancer.getProperties(), Algorithm.class).stream()
        .map(a -> Balancer.Algorithm.valueOf(a.getKind().getName().toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElse(Balancer.Algorithm.ROUND_ROBIN);
  }

  /** Its own; else the shortest that its program says; else a connection every few seconds. */
  private static Balancer.Check check(
      org.vmn.dsl.vmn.Balancer balancer, List<Member.Machines> targets, List<Machine> machines) {
    List<HealthCheck> stated = Context.properties(balancer.getProperties(), HealthCheck.class);
    if (!stated.isEmpty()) {
      return ProgramPart.check(stated.get(0));
    }
    String program = balancer.getProgram() == null ? "" : balancer.getProgram().getName();
    Set<String> names = targets.stream().map(Member.Machines::machine).collect(Collectors.toSet());
    return machines.stream()
        .filter(m -> names.contains(m.name()))
        .flatMap(m -> m.programs().stream())
        .filter(p -> p.name().equals(program))
        .map(Program::check)
        .filter(Objects::nonNull)
        .min(Comparator.comparingLong(Balancer.Check::intervalNanos))
        .orElse(new Balancer.Check(Traffic.Protocol.TCP, DEFAULT_INTERVAL, ProgramPart.FAILURES));
  }

  private void report(org.vmn.dsl.vmn.Balancer balancer, String what) {
    Origin origin = context.origins().whole(balancer.getTargets());
    context.report(Code.BALANCER_TARGET, origin, "balancer `" + balancer.getName() + "` " + what);
  }
}
