package org.vmn.generator.emit.libvirt;

import java.util.function.Consumer;
import org.vmn.generator.emit.Artifact;
import org.vmn.generator.emit.Emitter;
import org.vmn.generator.emit.libvirt.model.Bridge;
import org.vmn.generator.emit.libvirt.model.Domain;
import org.vmn.generator.emit.libvirt.model.Source;
import org.vmn.generator.emit.libvirt.model.Volume;
import org.vmn.generator.layout.HostLayout;
import org.vmn.generator.layout.HostLayout.Guest;
import org.vmn.generator.layout.Identity;
import org.vmn.generator.layout.Layout;
import org.vmn.generator.layout.Names;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Network;

/**
 * Emits, for each host, {@code libvirt/networks}, {@code libvirt/domains} and {@code
 * libvirt/volumes}.
 *
 * <p>There is no {@code libvirt/nwfilters}: every machine is attached to Open vSwitch, and libvirt
 * refuses to start a domain that has a filter there.
 */
public final class LibvirtEmitter implements Emitter {
  @Override
  public void emit(Forwarding forwarding, Layout layout, Consumer<Artifact> files) {
    Domains domains = new Domains(forwarding);
    for (HostLayout host : layout.hosts()) {
      String folder = "hosts/" + host.folder() + "/libvirt/";
      files.accept(network(folder, forwarding.network(), host));
      for (Guest guest : host.guests()) {
        Domain domain = domains.domain(guest);
        files.accept(xml(folder + "domains/", domain.name(), DomainXml.of(domain)));
        for (Volume volume : domains.volumes(guest)) {
          files.accept(xml(folder + "volumes/", volume.name(), VolumeXml.of(volume)));
        }
      }
    }
  }

  private static Artifact network(String folder, Network network, HostLayout host) {
    String name = Names.bridge(network);
    Source source = new Source(network.name(), host.ref(), host.ref(), host.host().origin());
    String xml = BridgeXml.of(new Bridge(name, Identity.bridge(network), name, source));
    return xml(folder + "networks/", name, xml);
  }

  private static Artifact xml(String folder, String name, String content) {
    return Artifact.text(folder + name + ".xml", content);
  }
}
