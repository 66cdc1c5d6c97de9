package org.vmn.runtime.prove.ways;

import org.jspecify.annotations.Nullable;
import org.vmn.runtime.value.Ip;

/**
 * A rule list that a connection must pass, with what it sees there.
 *
 * @param firewall the list's name, or null for the policy
 * @param source the address that it sees when a device has changed it, or null for the sender's
 * @param destination likewise, or null for the one that the sender wrote
 * @param port likewise, or -1
 */
public record Gate(
    @Nullable String firewall, @Nullable Ip source, @Nullable Ip destination, int port) {
  /** The policy, with nothing changed on the way. */
  public static final Gate PLAIN = new Gate(null, null, null, -1);
}
