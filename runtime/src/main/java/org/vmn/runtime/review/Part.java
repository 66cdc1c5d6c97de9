package org.vmn.runtime.review;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.value.Ip;

/**
 * What no table of two networks divides: one address of some replicas, a range behind an external,
 * a balancer, or an address that a router translates.
 *
 * @param text {@code web[2..3]}, {@code 203.0.113.0/24}, {@code www}
 * @param subjects whom it belongs to, of {@link Subjects}
 * @param before null where the first network has no such thing
 * @param after likewise for the second
 */
record Part(
    String text,
    Ip.Family family,
    List<String> subjects,
    boolean opens,
    @Nullable Endpoints before,
    @Nullable Endpoints after) {
  Part {
    subjects = List.copyOf(subjects);
  }
}
