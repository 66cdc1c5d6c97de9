package org.vmn.runtime.value;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Arbitrary values, with the edges of both families more often than chance has them. */
public class Values extends DomainContextBase {
  private static final List<Ip> EDGES =
      List.of(
              "0.0.0.0",
              "255.255.255.255",
              "127.255.255.255",
              "::",
              "::1",
              "::ffff:ffff:ffff:ffff",
              "0:0:0:1::",
              "7fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
              "8000::",
              "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
              "1:0:0:2:0:0:0:3")
          .stream()
          .map(Ip::parse)
          .toList();

  @Provide
  Arbitrary<Ip> ips() {
    Arbitrary<Ip> v4 = Arbitraries.longs().map(Ip::v4);
    Arbitrary<Ip> v6 = Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(Ip::v6);
    return Arbitraries.oneOf(v4, v6, Arbitraries.of(EDGES));
  }

  @Provide
  Arbitrary<Prefix> prefixes() {
    return ips()
        .flatMap(ip ->
            Arbitraries.integers().between(0, ip.family().bits()).map(n -> Prefix.around(ip, n)));
  }

  @Provide
  Arbitrary<IpRange> ranges() {
    return Combinators.combine(ips(), ips())
        .filter((a, b) -> a.family() == b.family())
        .as((a, b) -> a.compareTo(b) <= 0 ? new IpRange(a, b) : new IpRange(b, a));
  }

  @Provide
  Arbitrary<Mac> macs() {
    return Arbitraries.longs().between(0, (1L << 48) - 1).map(Mac::new);
  }
}
