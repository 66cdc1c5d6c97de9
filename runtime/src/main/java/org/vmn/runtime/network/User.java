package org.vmn.runtime.network;

import java.util.List;

/**
 * A login on a machine.
 *
 * @param keys SSH public keys, in the form of {@code authorized_keys}
 */
public record User(String name, List<String> keys, Origin origin) {
  public User {
    keys = List.copyOf(keys);
  }
}
