package org.vmn.tests.oracle;

import java.util.ArrayList;
import java.util.List;
import org.vmn.runtime.network.Policy;
import org.vmn.runtime.network.Traffic;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpRange;
import org.vmn.runtime.value.IpSet;
import org.vmn.runtime.value.Prefix;

/** The small mistakes that people make: one action, prefix, port, address or flag wrong. */
final class Mutation {
  private Mutation() {}

  static List<Object> of(Object value) {
    return switch (value) {
      case Policy.Action action ->
          List.of(action == Policy.Action.ALLOW ? Policy.Action.DENY : Policy.Action.ALLOW);
      case Boolean flag -> List.of(!flag);
      case Traffic.Match match -> of(match);
      case Prefix prefix -> of(prefix);
      case Ip ip -> List.of(ip.next(), ip.previous());
      case IpSet set -> of(set);
      default -> List.of();
    };
  }

  private static List<Object> of(Traffic.Match match) {
    List<Object> others = new ArrayList<>();
    for (Traffic.Protocol protocol : Traffic.Protocol.values()) {
      if (protocol != match.protocol()) {
        others.add(
            protocol.hasPorts()
                ? new Traffic.Match(protocol, match.firstPort(), match.lastPort())
                : new Traffic.Match(protocol, 0, 65535));
      }
    }
    if (match.protocol().hasPorts() && match.lastPort() < 65535) {
      others.add(new Traffic.Match(match.protocol(), match.firstPort(), match.lastPort() + 1));
      others.add(new Traffic.Match(match.protocol(), match.lastPort() + 1, 65535));
    }
    return others;
  }

  private static List<Object> of(Prefix prefix) {
    List<Object> others = new ArrayList<>();
    if (prefix.length() > 0) {
      others.add(Prefix.around(prefix.address(), prefix.length() - 1));
    }
    if (prefix.length() < prefix.address().family().bits()) {
      others.add(Prefix.around(prefix.address(), prefix.length() + 1));
      others.add(Prefix.around(prefix.last(), prefix.length() + 1));
    }
    return others;
  }

  private static List<Object> of(IpSet set) {
    List<Object> others = new ArrayList<>();
    for (IpRange range : set.ranges()) {
      others.add(set.minus(IpSet.of(range.last())));
      others.add(set.union(IpSet.of(range.last().next())));
    }
    return others;
  }
}
