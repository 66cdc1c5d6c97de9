package org.vmn.generator.emit.ovs.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.vmn.runtime.forward.Exit;
import org.vmn.runtime.forward.Fib;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpSet;
import org.vmn.runtime.value.Prefix;

/**
 * Which routers packets between subnets cross: first packets of connections one way, their answers
 * the other way. Where routes differ within a subnet, its first address stands for it.
 */
public final class Paths {
  private final Forwarding forwarding;
  private final Firewalls firewalls;

  Paths(Forwarding forwarding, Firewalls firewalls) {
    this.forwarding = forwarding;
    this.firewalls = firewalls;
  }

  /**
   * Answers that come to a router with a firewall which the first packet didn't cross.
   *
   * @param fromOutside whether an external answers
   */
  public record Unseen(Router router, IpSet client, IpSet server, boolean fromOutside) {}

  /** Where connections begin and end. */
  private record Site(String segment, IpSet addresses, boolean outside) {
    Ip some() {
      return addresses.ranges().get(0).first();
    }
  }

  /** In order of declaration; empty where all answers come back as they should. */
  List<Unseen> unseen() {
    Set<Router> asking = new LinkedHashSet<>();
    forwarding.network().routers().stream()
        .filter(r -> firewalls.first(r) > 0)
        .forEach(asking::add);
    if (asking.isEmpty()) {
      return List.of();
    }
    List<Unseen> found = new ArrayList<>();
    List<Site> sites = sites();
    for (Site server : sites) {
      for (Site client : sites) {
        if (!(server.outside() && client.outside())
            && !server.equals(client)
            && server.some().family() == client.some().family()) {
          Set<Router> back = answering(server, client.some());
          back.retainAll(asking);
          if (!back.isEmpty()) {
            back.removeAll(routers(client, server.some()));
            back.forEach(r ->
                found.add(new Unseen(r, client.addresses(), server.addresses(), server.outside())));
          }
        }
      }
    }
    return found;
  }

  private List<Site> sites() {
    List<Site> sites = new ArrayList<>();
    for (Segment segment : forwarding.network().segments()) {
      for (Prefix subnet : segment.subnets()) {
        sites.add(new Site(segment.name(), IpSet.of(subnet), false));
      }
    }
    for (External external : forwarding.network().externals()) {
      for (Ip.Family family : Ip.Family.values()) {
        IpSet addresses = external.addresses().of(family);
        if (!addresses.isEmpty()) {
          sites.add(new Site(external.segment(), addresses, true));
        }
      }
    }
    return sites;
  }

  /** The router that an answer from outside enters by remembers what passed, whoever asked. */
  private Set<Router> answering(Site server, Ip client) {
    if (!server.outside()) {
      return routers(server, client);
    }
    Set<Router> later = new LinkedHashSet<>();
    for (Exit exit : forwarding.exits(server.segment(), client.family())) {
      if (exit instanceof Exit.ThroughRouter through) {
        Set<Router> crossed = new LinkedHashSet<>();
        cross(through.router(), client, crossed);
        crossed.remove(through.router());
        later.addAll(crossed);
      }
    }
    return later;
  }

  /** From a site; from outside by every router that it may enter by. */
  private Set<Router> routers(Site from, Ip to) {
    Set<Router> crossed = new LinkedHashSet<>();
    if (forwarding.onLink(from.segment(), to)) {
      return crossed;
    }
    for (Exit exit : forwarding.exits(from.segment(), to.family())) {
      if (exit instanceof Exit.ThroughRouter through) {
        cross(through.router(), to, crossed);
      }
      if (!from.outside()) {
        break;
      }
    }
    return crossed;
  }

  private void cross(Router first, Ip to, Set<Router> crossed) {
    Set<Router> here = new HashSet<>();
    for (Router at = first; at != null && here.add(at); ) {
      crossed.add(at);
      List<Fib.Entry> entries = forwarding.fib(at).lookup(to, e -> true);
      Fib.Entry entry = entries.isEmpty() ? null : entries.get(0);
      at =
          entry == null || entry.via() == null || entry.external() != null
              ? null
              : forwarding.routerAt(entry.segment(), entry.via());
    }
  }
}
