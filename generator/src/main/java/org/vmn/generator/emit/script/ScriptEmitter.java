package org.vmn.generator.emit.script;

import java.util.Map;
import java.util.function.Consumer;
import org.vmn.generator.emit.Artifact;
import org.vmn.generator.emit.Emitter;
import org.vmn.generator.layout.HostLayout;
import org.vmn.generator.layout.Layout;
import org.vmn.generator.layout.Storage;
import org.vmn.runtime.forward.Forwarding;

/** Emits {@code up.sh} and {@code down.sh} for each host. */
public final class ScriptEmitter implements Emitter {
  @Override
  public void emit(Forwarding forwarding, Layout layout, Consumer<Artifact> files) {
    for (HostLayout host : layout.hosts()) {
      HostSteps steps = new HostSteps(forwarding, host);
      String folder = "hosts/" + host.folder() + "/";
      files.accept(Artifact.script(folder + "up.sh", up(steps)));
      files.accept(Artifact.script(folder + "down.sh", down(steps)));
    }
  }

  private static String up(HostSteps steps) {
    return new Script("Brings up " + steps.title())
        .constants(steps.constants())
        .constants(Map.of("POOL_FOLDER", Storage.POOL_FOLDER))
        .array("machines", steps.machines())
        .function("uplinks", steps.uplinks())
        .function("images", steps.images())
        .function("taps", steps.taps())
        .function("underlays", steps.underlays())
        .function("ports", steps.ports())
        .function("networks", steps.networks())
        .function("guests", steps.guests())
        .in("up.sh");
  }

  private static String down(HostSteps steps) {
    return new Script("Takes down " + steps.title())
        .constants(steps.constants())
        .array("machines", steps.machines())
        .function("uplinks", steps.uplinkBridges())
        .function("taps", steps.tapNames())
        .function("networks", steps.networks())
        .function("guests", steps.guests())
        .in("down.sh");
  }
}
