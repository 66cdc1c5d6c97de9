package org.vmn.generator.emit.ovs.plan;

import java.util.List;
import org.vmn.generator.layout.HostLayout;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.Mac;

/** An adapter of one replica, and the host that it is on. */
public record Seat(HostLayout.Adapter adapter, HostLayout host) {
  public Mac mac() {
    return adapter.nic().mac(adapter.offset());
  }

  public List<Ip> addresses() {
    return adapter.nic().at(adapter.offset());
  }

  /** Whether it sends and receives at all: a quarantine cuts its machine off. */
  public boolean isConnected() {
    return !adapter.machine().quarantined();
  }

  public Origin origin() {
    return adapter.nic().origin();
  }

  /** {@code web[2].nic1}. */
  public String name() {
    return adapter.machine().ref(adapter.offset()) + "." + adapter.nic().name();
  }
}
