package org.vmn.generator.emit.cloudinit;

import java.util.Locale;
import org.vmn.generator.layout.HostLayout.Guest;
import org.vmn.generator.layout.Names;

/** What a machine calls itself. */
final class Hostname {
  private static final int LONGEST = 63;

  private Hostname() {}

  /** Letters, digits and hyphens, at most 63, a hyphen at neither end (RFC 1123, section 2.1). */
  static String of(Guest guest) {
    String name = Names.hostname(guest.machine(), guest.offset()).toLowerCase(Locale.ROOT);
    String legal = name.replaceAll("[^a-z0-9-]", "-").replaceAll("^-+", "");
    String start = legal.substring(0, Math.min(LONGEST, legal.length())).replaceAll("-+$", "");
    return start.isEmpty() ? "vm" : start;
  }
}
