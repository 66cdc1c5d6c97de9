package org.vmn.generator.emit.cloudinit;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vmn.generator.emit.text.Yaml;
import org.vmn.generator.layout.Hashes;
import org.vmn.generator.layout.HostLayout.Adapter;
import org.vmn.generator.layout.HostLayout.Guest;
import org.vmn.generator.layout.Names;
import org.vmn.runtime.forward.Exit;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Addresses;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.Ip.Family;

/**
 * {@code network-config}, version 2 (docs.cloud-init.io, "Networking config Version 2"). Adapters
 * are found by their hardware address and renamed as the source calls them. Every address is
 * static, as the proof assumes. The first adapter with a way off its segment in a family has the
 * default route of that family.
 */
final class NetworkConfig {
  private final Forwarding forwarding;

  NetworkConfig(Forwarding forwarding) {
    this.forwarding = forwarding;
  }

  String of(Guest guest) {
    Yaml yaml = new Yaml().put("version", 2);
    if (guest.adapters().isEmpty()) {
      return yaml.toString();
    }
    Set<Family> routed = EnumSet.noneOf(Family.class);
    yaml.open("ethernets");
    guest.adapters().forEach(adapter -> adapter(yaml, adapter, routed));
    yaml.end();
    return yaml.toString();
  }

  private void adapter(Yaml yaml, Adapter adapter, Set<Family> routed) {
    Nic nic = adapter.nic();
    yaml.openQuoted(device(nic));
    yaml.open("match").put("macaddress", nic.mac(adapter.offset()).toString()).end();
    yaml.put("set-name", device(nic));
    yaml.put("mtu", forwarding.segment(nic.segment()).mtu());
    yaml.put("dhcp4", false);
    yaml.put("dhcp6", false);
    yaml.put("accept-ra", false);
    if (!nic.addresses().isEmpty()) {
      yaml.open("addresses");
      for (Addresses addresses : nic.addresses()) {
        yaml.add(addresses.at(adapter.offset()) + "/" + addresses.subnet().length());
      }
      yaml.end();
      routes(yaml, nic, routed);
    }
    names(yaml, forwarding.segment(nic.segment()).dns());
    yaml.end();
  }

  /**
   * Who is asked for names, and what completes them; a segment that answers itself has no address
   * to be asked at yet.
   */
  private static void names(Yaml yaml, Segment.@Nullable Dns dns) {
    if (dns != null && !(dns.servers().isEmpty() && dns.domain().isEmpty())) {
      yaml.open("nameservers");
      if (!dns.servers().isEmpty()) {
        yaml.open("addresses");
        dns.servers().forEach(ip -> yaml.add(ip.toString()));
        yaml.end();
      }
      if (!dns.domain().isEmpty()) {
        yaml.open("search").add(dns.domain()).end();
      }
      yaml.end();
    }
  }

  private void routes(Yaml yaml, Nic nic, Set<Family> routed) {
    List<Ip> gateways = new ArrayList<>();
    for (Family family : Family.values()) {
      Ip gateway = gateway(nic, family);
      if (gateway != null && routed.add(family)) {
        gateways.add(gateway);
      }
    }
    if (!gateways.isEmpty()) {
      yaml.open("routes");
      for (Ip gateway : gateways) {
        yaml.item().put("to", gateway.isV4() ? "0.0.0.0/0" : "::/0");
        yaml.put("via", gateway.toString()).end();
      }
      yaml.end();
    }
  }

  /** The gateway of an adapter that has an address of the family, or null. */
  private @Nullable Ip gateway(Nic nic, Family family) {
    boolean speaks =
        nic.addresses().stream().anyMatch(a -> a.subnet().address().family() == family);
    List<Exit> exits = speaks ? forwarding.exits(nic.segment(), family) : List.of();
    if (exits.isEmpty()) {
      return null;
    }
    return switch (exits.getFirst()) {
      case Exit.ThroughRouter exit -> Forwarding.address(exit.router(), nic.segment(), family);
      case Exit.ToGateway exit ->
          exit.external().gateways().stream()
              .filter(ip -> ip.family() == family)
              .findFirst()
              .orElse(null);
    };
  }

  /** The adapter's own name where Linux can have it, else one that ends in a hash. */
  private static String device(Nic nic) {
    String name = nic.name();
    boolean taken = List.of("lo", "all", "default").contains(name);
    return name.length() <= Names.LONGEST_INTERFACE && !taken
        ? name
        : name.substring(0, Math.min(6, name.length())) + "-" + Hashes.base32(name, 7);
  }
}
