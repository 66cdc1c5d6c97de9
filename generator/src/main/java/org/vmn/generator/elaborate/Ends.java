package org.vmn.generator.elaborate;

import java.util.ArrayList;
import java.util.List;
import org.vmn.dsl.vmn.FabricSwitch;
import org.vmn.dsl.vmn.Host;
import org.vmn.dsl.vmn.Named;
import org.vmn.dsl.vmn.Target;
import org.vmn.dsl.vmn.Vm;
import org.vmn.runtime.network.Link;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.Replicas;
import org.vmn.runtime.network.UplinkRef;

/** What targets mean, one by one. */
final class Ends {
  private Ends() {}

  /** Hosts, machines or switches. */
  static List<Ref> refs(Target target) {
    Replicas replicas = replicas(target.getRef());
    Picks.Range range = Picks.range(target.getPick(), replicas);
    List<Ref> refs = new ArrayList<>();
    for (int i = range.first(); i <= range.last(); i++) {
      refs.add(replicas.ref(target.getRef().getName(), i));
    }
    return refs;
  }

  /** Uplinks of hosts, where the target names one. */
  static List<UplinkRef> uplinks(Target target) {
    return refs(target).stream().map(r -> new UplinkRef(r, target.getUplink().getName())).toList();
  }

  /** Ends of wires. */
  static List<Link.End> of(Target target) {
    List<Link.End> ends = new ArrayList<>();
    if (target.getUplink() == null) {
      refs(target).forEach(r -> ends.add(new Link.Device(r)));
    } else {
      uplinks(target).forEach(u -> ends.add(new Link.Port(u)));
    }
    return ends;
  }

  static Replicas replicas(Named named) {
    return switch (named) {
      case Vm vm -> Context.replicas(vm.getCount());
      case Host host -> Context.replicas(host.getCount());
      case FabricSwitch device -> Context.replicas(device.getCount());
      default -> Replicas.ONE;
    };
  }
}
