package org.vmn.runtime.forward;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.network.Traffic.Protocol;
import org.vmn.runtime.value.Ip;

/** Names and addresses of one network, as questions have them. */
record NamedEnds(Forwarding forwarding) {

  @Nullable Balancer balancer(String name) {
    return forwarding.network().balancers().stream()
        .filter(b -> b.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  Question connect(String from, String to, Protocol protocol, int port) {
    External external = external(from);
    if (external != null) {
      Ip source = external.addresses().ranges().get(0).first();
      Ip target = address(to, source.family());
      for (var range : external.addresses().of(target.family()).ranges()) {
        return new Question(
            new Place.Outside(external), Packet.opening(range.first(), target, protocol, port));
      }
      throw new IllegalArgumentException(
          "`" + from + "` and `" + to + "` have no address family in common");
    }
    Ip stated = ip(from);
    if (stated != null) {
      return new Question(
          holder(stated), Packet.opening(stated, address(to, stated.family()), protocol, port));
    }
    return connect(replica(from), from, to, protocol, port);
  }

  private Question connect(
      Place.Adapter source, String from, String to, Protocol protocol, int port) {
    for (Ip.Family family : Ip.Family.values()) {
      Ip target = addressOrNull(to, family);
      for (Nic nic : source.machine().nics()) {
        boolean leads =
            target != null
                && (forwarding.onLink(nic.segment(), target)
                    || !forwarding.exits(nic.segment(), family).isEmpty());
        for (Ip own : nic.at(source.offset())) {
          if (target != null
              && own.family() == family
              && (leads || source.machine().nics().size() == 1)) {
            return new Question(
                new Place.Adapter(source.machine(), source.offset(), nic),
                Packet.opening(own, target, protocol, port));
          }
        }
      }
    }
    throw new IllegalArgumentException("`" + from + "` has no adapter that leads to `" + to + "`");
  }

  private Place holder(Ip ip) {
    for (Segment segment : forwarding.network().segments()) {
      Place.Adapter adapter = forwarding.owners().adapter(segment.name(), ip);
      if (adapter != null) {
        return adapter;
      }
    }
    for (External external : forwarding.network().externals()) {
      if (external.addresses().contains(ip)) {
        return new Place.Outside(external);
      }
    }
    throw new IllegalArgumentException(
        "nobody in this network, or behind it, has the address " + ip);
  }

  private Ip address(String name, Ip.Family family) {
    Ip found = addressOrNull(name, family);
    if (found == null) {
      throw new IllegalArgumentException("`" + name + "` has no " + family.title() + " address");
    }
    return found;
  }

  private @Nullable Ip addressOrNull(String name, Ip.Family family) {
    Ip stated = ip(name);
    Balancer balancer = balancer(name);
    External external = external(name);
    if (stated != null || balancer != null) {
      Ip found = stated != null ? stated : balancer == null ? null : balancer.address();
      return found != null && found.family() == family ? found : null;
    }
    if (external != null) {
      return external.addresses().of(family).ranges().stream()
          .map(r -> r.first())
          .findFirst()
          .orElse(null);
    }
    Place.Adapter adapter = replica(name);
    return adapter.machine().nics().stream()
        .flatMap(n -> n.at(adapter.offset()).stream())
        .filter(ip -> ip.family() == family)
        .findFirst()
        .orElse(null);
  }

  /** What a name stands for: of a machine with replicas each of them, else itself. */
  List<String> replicas(String name, int most) {
    for (Machine machine : forwarding.network().machines()) {
      if (machine.name().equals(name) && machine.replicas().indexed()) {
        return IntStream.range(0, Math.min(most, machine.count()))
            .mapToObj(i -> machine.ref(i).toString())
            .toList();
      }
    }
    return List.of(name);
  }

  private @Nullable External external(String name) {
    return forwarding.network().externals().stream()
        .filter(e -> e.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  /** The machine of a name or replica; null where it is something else. */
  @Nullable Machine machine(String text) {
    String name = text.replaceFirst("\\[\\d+\\]$", "");
    return forwarding.network().machines().stream()
        .filter(m -> m.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  private Place.Adapter replica(String text) {
    Ref ref = Ref.parse(text);
    Machine machine =
        forwarding.network().machines().stream()
            .filter(m -> m.name().equals(ref.name()))
            .findFirst()
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "the network has no machine, external or balancer `" + ref.name() + "`"));
    boolean indexed = machine.replicas().indexed();
    if (ref.index() != 0 && (!indexed || ref.offset() >= machine.count())) {
      throw new IllegalArgumentException(
          "there is no `%s`: write `%s`"
              .formatted(
                  text,
                  machine.ref(0)
                      + (machine.count() > 1 ? "` to `" + machine.ref(machine.count() - 1) : "")));
    }
    if (indexed == (ref.index() == 0)
        || ref.offset() >= machine.count()
        || machine.nics().isEmpty()) {
      String hint =
          indexed
              ? "`" + ref.name() + "[1]` to `" + ref.name() + "[" + machine.count() + "]`"
              : "`" + ref.name() + "`";
      throw new IllegalArgumentException("say which machine: " + hint);
    }
    return new Place.Adapter(machine, ref.offset(), machine.nics().get(0));
  }

  private static @Nullable Ip ip(String text) {
    boolean numeric = text.matches("[0-9.]+") || text.indexOf(':') >= 0;
    return numeric ? Ip.parse(text) : null;
  }
}
