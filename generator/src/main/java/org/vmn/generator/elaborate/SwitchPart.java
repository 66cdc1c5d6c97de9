package org.vmn.generator.elaborate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.vmn.Target;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.UplinkRef;
import org.vmn.runtime.network.VirtualSwitch;

/** Virtual switches of their own on hosts, and the uplinks that belong to them. */
final class SwitchPart {
  private final Context context;

  SwitchPart(Context context) {
    this.context = context;
  }

  List<VirtualSwitch> elaborate() {
    return context.all(org.vmn.dsl.vmn.VirtualSwitch.class).map(this::of).toList();
  }

  private VirtualSwitch of(org.vmn.dsl.vmn.VirtualSwitch declared) {
    Set<Ref> hosts = new LinkedHashSet<>();
    Set<Ref> wired = new LinkedHashSet<>();
    List<UplinkRef> uplinks = new ArrayList<>();
    for (Target place : declared.getPlaces()) {
      hosts.addAll(Ends.refs(place));
      if (place.getUplink() != null) {
        for (UplinkRef uplink : Ends.uplinks(place)) {
          if (!wired.add(uplink.host())) {
            context.report(
                Code.NO_TRANSPORT,
                context.origin(declared),
                "switch `"
                    + declared.getName()
                    + "` names two uplinks of `"
                    + uplink.host()
                    + "`, which would close a loop");
          }
          uplinks.add(uplink);
        }
      }
    }
    return new VirtualSwitch(
        declared.getName(), List.copyOf(hosts), uplinks, context.origin(declared));
  }
}
