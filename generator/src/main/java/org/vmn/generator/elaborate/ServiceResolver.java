package org.vmn.generator.elaborate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Messages;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.dsl.vmn.Balancer;
import org.vmn.dsl.vmn.Named;
import org.vmn.dsl.vmn.Program;
import org.vmn.dsl.vmn.Vm;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Service;

/** What takes requests: a balancer, or a program of a machine. */
final class ServiceResolver {
  private final Context context;

  ServiceResolver(Context context) {
    this.context = context;
  }

  /**
   * @param program null for the only one that the machine runs
   * @return null, with a problem reported, where there is no such program
   */
  @Nullable Service resolve(Named to, @Nullable Named program, Origin origin) {
    if (to instanceof Balancer balancer) {
      return new Service.AtBalancer(balancer.getName());
    }
    return to instanceof Vm vm ? program(vm, program, origin) : null;
  }

  private @Nullable Service program(Vm vm, @Nullable Named program, Origin origin) {
    List<String> running =
        new Shape(context, vm).all(Program.class).stream().map(Program::getName).toList();
    if (program == null && running.size() == 1) {
      return new Service.AtProgram(vm.getName(), running.get(0));
    }
    if (program != null && running.contains(program.getName())) {
      return new Service.AtProgram(vm.getName(), program.getName());
    }
    String machine = "`" + vm.getName() + "`";
    Problem problem =
        Problem.of(
            Code.PROGRAM_NOT_RUN,
            origin,
            program != null
                ? machine + " doesn't run `" + program.getName() + "`"
                : running.isEmpty()
                    ? machine + " runs nothing that could take a request"
                    : machine + " runs several programs, and any of them may be meant");
    context.report(
        running.isEmpty()
            ? problem.label(context.origin(vm), machine + " is declared here")
            : problem.help(
                "say which: "
                    + Messages.anyOf(
                        running.stream().map(r -> "`" + vm.getName() + " : " + r + "`").toList())));
    return null;
  }
}
