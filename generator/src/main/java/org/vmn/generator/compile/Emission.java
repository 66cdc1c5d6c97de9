package org.vmn.generator.compile;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.vmn.generator.emit.Artifact;
import org.vmn.generator.emit.Emitter;
import org.vmn.generator.emit.Manifest;
import org.vmn.generator.emit.OutputWriter;
import org.vmn.generator.emit.cloudinit.CloudInitEmitter;
import org.vmn.generator.emit.libvirt.LibvirtEmitter;
import org.vmn.generator.emit.ovs.OvsEmitter;
import org.vmn.generator.emit.script.ScriptEmitter;
import org.vmn.generator.layout.Layout;
import org.vmn.generator.lock.Lock;
import org.vmn.runtime.config.NetworkConfig;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Deployment.Target;
import org.vmn.runtime.network.Network;

/** Writes everything that a network's deployments ask for into one folder. */
public final class Emission {
  private static final String CONFIGURATION = "simulation/network.json";

  private Emission() {}

  /** What was written. */
  public record Result(int files, long bytes) {}

  /** What is still to be done. */
  public interface Last {
    void run() throws SourceException;
  }

  /**
   * Writes the folder, as a whole or not at all.
   *
   * @param sources whose digests the manifest holds
   * @param lock what was chosen
   * @param keep called when everything is written, before the folder takes its place
   */
  public static Result write(
      Forwarding forwarding, SourceTexts sources, Lock lock, Path folder, String version, Last keep)
      throws SourceException {
    Network network = forwarding.network();
    List<Manifest.Source> digests = new ArrayList<>();
    for (String file : sources.files()) {
      digests.add(
          Manifest.Source.of(file, sources.text(file).orElse("").getBytes(StandardCharsets.UTF_8)));
    }
    int[] files = new int[1];
    long[] bytes = new long[1];
    try (OutputWriter output =
        OutputWriter.open(folder, new Manifest.Head(version, network.name(), digests))) {
      Layout layout = Layout.of(network, lock);
      output.accept(configuration(network));
      for (Emitter emitter : emitters(network)) {
        emitter.emit(
            forwarding,
            layout,
            file -> {
              files[0]++;
              bytes[0] += file.content().length;
              output.accept(file);
            });
      }
      keep.run();
      output.commit();
    }
    return new Result(files[0] + 2, bytes[0]);
  }

  private static Artifact configuration(Network network) {
    StringWriter text = new StringWriter();
    try {
      NetworkConfig.write(network, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Artifact.text(CONFIGURATION, text.toString());
  }

  private static List<Emitter> emitters(Network network) {
    Set<Target> targets = EnumSet.noneOf(Target.class);
    network.deployments().forEach(d -> targets.addAll(d.targets()));
    List<Emitter> emitters = new ArrayList<>();
    if (targets.contains(Target.LIBVIRT)) {
      emitters.add(new LibvirtEmitter());
      emitters.add(new CloudInitEmitter());
    }
    if (targets.contains(Target.OVS)) {
      emitters.add(new OvsEmitter());
    }
    emitters.add(new ScriptEmitter());
    return emitters;
  }
}
