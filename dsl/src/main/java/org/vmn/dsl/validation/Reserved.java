package org.vmn.dsl.validation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import org.vmn.runtime.value.Prefix;

/**
 * Blocks of which no segment can have an address, since every system treats them in a way of its
 * own (IANA's registries of special-purpose addresses, RFC 6890).
 */
final class Reserved {
  private static final Map<Prefix, String> BLOCKS = new LinkedHashMap<>();

  static {
    BLOCKS.put(Prefix.parse("0.0.0.0/8"), "stand for no address");
    BLOCKS.put(Prefix.parse("127.0.0.0/8"), "never leave a machine");
    BLOCKS.put(Prefix.parse("224.0.0.0/4"), "are groups");
    BLOCKS.put(Prefix.parse("255.255.255.255/32"), "are everybody");
    BLOCKS.put(Prefix.parse("::/127"), "never leave a machine");
    BLOCKS.put(Prefix.parse("::ffff:0:0/96"), "are IPv4 in another spelling");
    BLOCKS.put(Prefix.parse("fe80::/10"), "are given by each adapter to itself, and not routed");
    BLOCKS.put(Prefix.parse("ff00::/8"), "are groups");
  }

  private Reserved() {}

  /** Why a subnet can't be had: {@code 224.0.0.0/4 are groups}. */
  static Optional<String> in(Prefix subnet) {
    return BLOCKS.entrySet().stream()
        .filter(block -> block.getKey().overlaps(subnet))
        .map(Reserved::words)
        .findFirst();
  }

  private static String words(Entry<Prefix, String> block) {
    return "the addresses of " + block.getKey() + " " + block.getValue();
  }
}
