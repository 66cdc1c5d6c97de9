package org.vmn.runtime.network;

import java.util.List;

/**
 * A set of endpoints: the union of {@code include} less the union of {@code exclude}.
 *
 * @param text as the source writes it
 */
public record Endpoints(String text, List<Member> include, List<Member> exclude) {
  public Endpoints {
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
  }
}
