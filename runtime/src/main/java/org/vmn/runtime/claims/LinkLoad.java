package org.vmn.runtime.claims;

/** A bound on the load of links under the loads that scenarios declare. */
final class LinkLoad {
  Finding decide() {
    return Finding.unknown("load of links isn't decided yet");
  }
}
