package org.vmn.generator.elaborate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.dsl.diagnostics.Suggestions;
import org.vmn.dsl.vmn.Deploy;
import org.vmn.dsl.vmn.DeployTarget;
import org.vmn.runtime.network.Deployment;
import org.vmn.runtime.network.Origin;

/** Deployments. Without one, everything is made. */
final class DeployPart {
  private final Context context;

  DeployPart(Context context) {
    this.context = context;
  }

  List<Deployment> elaborate() {
    List<Deployment> deployments = context.all(Deploy.class).map(this::deployment).toList();
    return deployments.isEmpty()
        ? List.of(new Deployment("default", List.of(Deployment.Target.values()), Origin.NONE))
        : deployments;
  }

  private Deployment deployment(Deploy deploy) {
    List<String> known =
        Arrays.stream(Deployment.Target.values())
            .map(t -> t.name().toLowerCase(Locale.ROOT))
            .toList();
    List<Deployment.Target> targets = new ArrayList<>();
    for (DeployTarget target : deploy.getTargets()) {
      if (known.contains(target.getName())) {
        targets.add(Deployment.Target.valueOf(target.getName().toUpperCase(Locale.ROOT)));
      } else {
        String near =
            Suggestions.nearest(target.getName(), known)
                .map(n -> "; did you mean `" + n + "`?")
                .orElse("");
        context.report(
            Problem.of(
                    Code.UNKNOWN_TARGET,
                    context.origin(target),
                    "nothing can be made for `" + target.getName() + "`" + near)
                .help("known targets are " + String.join(", ", known)));
      }
    }
    return new Deployment(deploy.getName(), targets, context.origin(deploy));
  }
}
