package org.vmn.generator.elaborate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Call;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Program;
import org.vmn.runtime.network.Service;
import org.vmn.runtime.network.Traffic;

/**
 * Programs that ask themselves for each request, at once or by way of others: no request would end.
 */
final class CallCycles {
  private final Context context;
  private final Map<Service.AtProgram, Program> programs = new LinkedHashMap<>();
  private final Map<String, Balancer> balancers = new HashMap<>();
  private final Map<String, Machine> machines = new HashMap<>();

  private record Edge(Call call, Service.AtProgram to) {}

  private record Open(Service.AtProgram at, Iterator<Edge> rest) {}

  private CallCycles(Context context, List<Machine> machines, List<Balancer> balancers) {
    this.context = context;
    for (Machine machine : machines) {
      this.machines.put(machine.name(), machine);
      for (Program program : machine.programs()) {
        programs.put(new Service.AtProgram(machine.name(), program.name()), program);
      }
    }
    balancers.forEach(b -> this.balancers.put(b.name(), b));
  }

  static void check(Context context, List<Machine> machines, List<Balancer> balancers) {
    CallCycles cycles = new CallCycles(context, machines, balancers);
    Set<Service.AtProgram> done = new HashSet<>();
    cycles.programs.keySet().forEach(p -> cycles.follow(p, done));
  }

  /** Depth first, with a stack of its own. */
  private void follow(Service.AtProgram root, Set<Service.AtProgram> done) {
    if (!done.add(root)) {
      return;
    }
    Deque<Open> stack = new ArrayDeque<>();
    Set<Service.AtProgram> onStack = new HashSet<>(List.of(root));
    stack.push(new Open(root, edges(root)));
    while (!stack.isEmpty()) {
      Open open = stack.element();
      if (!open.rest().hasNext()) {
        onStack.remove(stack.pop().at());
        continue;
      }
      Edge edge = open.rest().next();
      if (onStack.contains(edge.to())) {
        report(edge);
      } else if (done.add(edge.to())) {
        onStack.add(edge.to());
        stack.push(new Open(edge.to(), edges(edge.to())));
      }
    }
  }

  private void report(Edge edge) {
    String name = edge.to().machine() + " : " + edge.to().program();
    context.report(
        Problem.of(
                Code.CYCLE,
                edge.call().origin(),
                "by this call `" + name + "` asks itself for each request, without end")
            .help("let it ask somebody else"));
  }

  private Iterator<Edge> edges(Service.AtProgram at) {
    List<Edge> edges = new ArrayList<>();
    Program program = programs.get(at);
    for (Call call : program == null ? List.<Call>of() : program.calls()) {
      switch (call.service()) {
        case Service.AtProgram to -> edges.add(new Edge(call, to));
        case Service.AtBalancer to -> behind(balancers.get(to.balancer()), call, edges);
      }
    }
    return edges.iterator();
  }

  /** The programs that listen behind a balancer. */
  private void behind(@Nullable Balancer balancer, Call call, List<Edge> edges) {
    if (balancer == null) {
      return;
    }
    for (Member.Machines target : balancer.targets()) {
      Machine machine = machines.get(target.machine());
      for (Program program : machine == null ? List.<Program>of() : machine.programs()) {
        if (program.ports().matches().stream().anyMatch(m -> listens(m, balancer))) {
          edges.add(new Edge(call, new Service.AtProgram(target.machine(), program.name())));
        }
      }
    }
  }

  private static boolean listens(Traffic.Match match, Balancer balancer) {
    return (match.protocol() == balancer.protocol() || match.protocol() == Traffic.Protocol.ANY)
        && match.firstPort() <= balancer.targetPort()
        && balancer.targetPort() <= match.lastPort();
  }
}
