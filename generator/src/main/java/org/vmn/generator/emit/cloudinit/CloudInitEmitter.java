package org.vmn.generator.emit.cloudinit;

import java.util.function.Consumer;
import org.vmn.generator.emit.Artifact;
import org.vmn.generator.emit.Emitter;
import org.vmn.generator.layout.HostLayout;
import org.vmn.generator.layout.HostLayout.Guest;
import org.vmn.generator.layout.Layout;
import org.vmn.generator.layout.Names;
import org.vmn.generator.layout.Storage;
import org.vmn.runtime.forward.Forwarding;

/**
 * Emits {@code cloud-init/MACHINE/{user-data,meta-data,network-config}} for each machine that boots
 * an image.
 */
public final class CloudInitEmitter implements Emitter {
  @Override
  public void emit(Forwarding forwarding, Layout layout, Consumer<Artifact> files) {
    NetworkConfig networks = new NetworkConfig(forwarding);
    for (HostLayout host : layout.hosts()) {
      for (Guest guest : host.guests()) {
        if (Storage.isSeeded(guest.machine())) {
          emit(forwarding, networks, host, guest, files);
        }
      }
    }
  }

  private static void emit(
      Forwarding forwarding,
      NetworkConfig networks,
      HostLayout host,
      Guest guest,
      Consumer<Artifact> files) {
    String name = Names.hostname(guest.machine(), guest.offset());
    String folder = "hosts/" + host.folder() + "/cloud-init/" + name + "/";
    String user = UserData.of(guest);
    String network = networks.of(guest);
    String meta = MetaData.of(forwarding.network(), guest, user + network);
    files.accept(Artifact.text(folder + "user-data", user));
    files.accept(Artifact.text(folder + "meta-data", meta));
    files.accept(Artifact.text(folder + "network-config", network));
  }
}
