package org.vmn.generator.elaborate;

import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EObject;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.literals.Dimension;
import org.vmn.dsl.vmn.AddressRange;
import org.vmn.dsl.vmn.Dhcp;
import org.vmn.dsl.vmn.Dns;
import org.vmn.dsl.vmn.DnsServers;
import org.vmn.dsl.vmn.Domain;
import org.vmn.dsl.vmn.Lease;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpRange;

/** What segments themselves answer: addresses and names. */
final class AddressServices {
  private static final long DEFAULT_LEASE = 24L * 3600 * 1_000_000_000;

  private AddressServices() {}

  static Segment.@Nullable Dhcp dhcp(@Nullable Dhcp declared) {
    if (declared == null) {
      return null;
    }
    long lease = DEFAULT_LEASE;
    for (EObject property : declared.getProperties()) {
      if (property instanceof Lease l) {
        lease = Context.amount(l.getValue(), Dimension.TIME);
      }
    }
    return new Segment.Dhcp(ranges(declared), lease);
  }

  private static List<IpRange> ranges(Dhcp declared) {
    return Context.properties(declared.getProperties(), AddressRange.class).stream()
        .map(AddressServices::range)
        .toList();
  }

  private static IpRange range(AddressRange range) {
    return new IpRange(Ip.parse(range.getFirst()), Ip.parse(range.getLast()));
  }

  static Segment.@Nullable Dns dns(@Nullable Dns declared) {
    if (declared == null) {
      return null;
    }
    List<Ip> servers =
        Context.properties(declared.getProperties(), DnsServers.class).stream()
            .flatMap(s -> s.getAddresses().stream())
            .map(Ip::parse)
            .toList();
    String domain =
        Context.properties(declared.getProperties(), Domain.class).stream()
            .map(Domain::getName)
            .findFirst()
            .orElse("");
    return new Segment.Dns(servers, domain);
  }

  /** What DHCP lends to strangers is nobody's own. */
  static void claim(Context context, Map<String, Segment> segments, AddressBook book) {
    for (org.vmn.dsl.vmn.Segment segment : context.all(org.vmn.dsl.vmn.Segment.class).toList()) {
      Segment of = segments.get(segment.getName());
      for (Dhcp dhcp : Context.properties(segment.getProperties(), Dhcp.class)) {
        for (AddressRange range : Context.properties(dhcp.getProperties(), AddressRange.class)) {
          if (of != null) {
            book.claim(
                of,
                range(range),
                "the range of `" + segment.getName() + "`",
                context.origins().whole(range));
          }
        }
      }
    }
  }
}
