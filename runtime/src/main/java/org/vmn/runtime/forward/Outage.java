package org.vmn.runtime.forward;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Element;
import org.vmn.runtime.network.Element.OfDevice;
import org.vmn.runtime.network.Element.OfHost;
import org.vmn.runtime.network.Element.OfLink;
import org.vmn.runtime.network.Element.OfMachine;
import org.vmn.runtime.network.Element.OfRouter;
import org.vmn.runtime.network.Element.OfUplink;
import org.vmn.runtime.network.Element.OfZone;
import org.vmn.runtime.network.Host;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.UplinkRef;

/** What has failed. A host takes its machines and uplinks with it, a zone its hosts. */
public final class Outage {
  private final Set<Element> failed;
  private final @Nullable Watch watch;

  private Outage(Set<Element> failed, @Nullable Watch watch) {
    this.failed = failed;
    this.watch = watch;
  }

  /** Zones are resolved into their hosts. */
  static Outage of(Network network, Collection<Element> failed, @Nullable Watch watch) {
    Set<Element> all = new LinkedHashSet<>();
    for (Element element : failed) {
      if (element instanceof OfZone zone) {
        for (Host host : network.hosts()) {
          for (int i = 0; host.zone().equals(zone.zone()) && i < host.replicas().count(); i++) {
            all.add(new OfHost(host.replicas().ref(host.name(), i)));
          }
        }
      } else {
        all.add(element);
      }
    }
    return new Outage(all, watch);
  }

  public boolean isEmpty() {
    return failed.isEmpty();
  }

  /** Whether something has failed; what is found to be up is told to whoever watches. */
  private boolean isDown(Element element) {
    boolean down = failed.contains(element);
    if (!down && watch != null) {
      watch.sees(element);
    }
    return down;
  }

  /** Who wants to know what is found to be up, or null. */
  @Nullable Watch watch() {
    return watch;
  }

  /** What failed, zones as their hosts. */
  public Set<Element> elements() {
    return Collections.unmodifiableSet(failed);
  }

  /** Whether an element is itself among those that failed. */
  public boolean lists(Element element) {
    return failed.contains(element);
  }

  public boolean host(Ref host) {
    return isDown(new OfHost(host));
  }

  /** Whether a replica, by its zero-based number, doesn't run. */
  public boolean machine(Machine machine, int offset) {
    return (watch != null || !failed.isEmpty())
        && (isDown(new OfMachine(machine.ref(offset))) || host(machine.placement().hostOf(offset)));
  }

  public boolean router(String router) {
    return isDown(new OfRouter(router));
  }

  public boolean uplink(UplinkRef uplink) {
    return isDown(new OfUplink(uplink)) || host(uplink.host());
  }

  public boolean link(String link) {
    return isDown(new OfLink(link));
  }

  public boolean device(Ref device) {
    return isDown(new OfDevice(device));
  }

  /** Whether no router has failed, and nobody wants to know which are up. */
  boolean sparesRouters() {
    return watch == null
        && (failed.isEmpty() || failed.stream().noneMatch(OfRouter.class::isInstance));
  }

  /** Whether only machines and routers have failed: then every wire carries. */
  boolean sparesWires() {
    return watch == null
        && failed.stream().allMatch(e -> e instanceof OfMachine || e instanceof OfRouter);
  }
}
