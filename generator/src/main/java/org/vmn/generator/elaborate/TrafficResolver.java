package org.vmn.generator.elaborate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.dsl.vmn.Balancer;
import org.vmn.dsl.vmn.EndpointSet;
import org.vmn.dsl.vmn.EndpointTerm;
import org.vmn.dsl.vmn.Group;
import org.vmn.dsl.vmn.NamedTerm;
import org.vmn.dsl.vmn.Program;
import org.vmn.dsl.vmn.Segment;
import org.vmn.dsl.vmn.Service;
import org.vmn.dsl.vmn.ServiceTerm;
import org.vmn.dsl.vmn.TrafficSet;
import org.vmn.dsl.vmn.TrafficTerm;
import org.vmn.dsl.vmn.Vm;
import org.vmn.runtime.network.Traffic;
import org.vmn.runtime.network.Traffic.Match;

/** Services, programs and ports as traffic. */
final class TrafficResolver {
  private final Context context;

  TrafficResolver(Context context) {
    this.context = context;
  }

  /**
   * What is meant in a rule or an assertion.
   *
   * @param to where it goes: a program means the ports that it has on these machines
   */
  @Nullable Traffic resolve(@Nullable TrafficSet set, EndpointSet to) {
    if (set == null) {
      return null;
    }
    Set<Match> matches = new LinkedHashSet<>();
    for (TrafficTerm term : set.getTerms()) {
      if (term instanceof ServiceTerm service && service.getRef() instanceof Program program) {
        matches.addAll(onTargets(program, to, service));
      } else {
        matches.addAll(TrafficTerms.matches(term, program -> ofProgram(program).matches()));
      }
    }
    return new Traffic(SetResolver.text(set), List.copyOf(matches));
  }

  /** The ports of a program: those it is given, or those of the service that has its name. */
  Traffic ofProgram(Program program) {
    if (program.getTraffic() != null) {
      return new Traffic(SetResolver.text(program.getTraffic()), matches(program.getTraffic()));
    }
    Service service = ServiceNames.find(program);
    if (service == null) {
      context.report(
          Problem.of(
                  Code.PROGRAM_NOT_RUN,
                  context.origin(program),
                  "there is no service `"
                      + program.getName()
                      + "` to tell the ports of this program")
              .help("say them: `runs " + program.getName() + " on 8080/tcp`"));
      return new Traffic(program.getName(), List.of());
    }
    return new Traffic(program.getName(), matches(service.getTraffic()));
  }

  private List<Match> matches(TrafficSet set) {
    return TrafficTerms.matches(set, program -> ofProgram(program).matches());
  }

  private List<Match> onTargets(Program program, EndpointSet to, ServiceTerm at) {
    Set<Match> matches = new LinkedHashSet<>();
    for (Vm vm : machines(to)) {
      for (Program own : new Shape(context, vm).all(Program.class)) {
        if (own.getName().equals(program.getName())) {
          matches.addAll(ofProgram(own).matches());
        }
      }
    }
    if (matches.isEmpty()) {
      context.report(
          Problem.of(
                  Code.PROGRAM_NOT_RUN,
                  context.origin(at),
                  "nothing in `" + SetResolver.text(to) + "` runs `" + program.getName() + "`")
              .label(context.origin(program), "`" + program.getName() + "` runs here"));
    }
    return List.copyOf(matches);
  }

  /** The machines that a set may mean, generously: of segments and anything, all. */
  private List<Vm> machines(EndpointSet set) {
    List<Vm> machines = new ArrayList<>();
    set.getInclude().forEach(t -> collect(t, machines, new HashSet<>()));
    return machines;
  }

  private void collect(EndpointTerm term, List<Vm> machines, Set<Object> open) {
    if (!(term instanceof NamedTerm named)) {
      context.all(Vm.class).forEach(machines::add);
      return;
    }
    switch (named.getRef()) {
      case Vm vm -> machines.add(vm);
      case Balancer balancer when open.add(balancer) ->
          balancer.getTargets().getInclude().forEach(t -> collect(t, machines, open));
      case Group group when open.add(group) ->
          group.getMembers().getInclude().forEach(t -> collect(t, machines, open));
      case Segment segment -> context.all(Vm.class).forEach(machines::add);
      default -> {}
    }
  }
}
