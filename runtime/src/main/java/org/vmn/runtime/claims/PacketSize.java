package org.vmn.runtime.claims;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.explore.Answer;
import org.vmn.runtime.explore.Attempts;
import org.vmn.runtime.explore.Classes;
import org.vmn.runtime.explore.Parties;
import org.vmn.runtime.explore.Party;
import org.vmn.runtime.explore.Probe;
import org.vmn.runtime.explore.Probes;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.forward.PathMtu;
import org.vmn.runtime.forward.Walk;
import org.vmn.runtime.network.Claim;

/**
 * Packets of a size pass from every source to every destination: each has a connection to each, and
 * no connection has a narrower place on its way.
 */
final class PacketSize {
  private final Effort effort;
  private final PathMtu mtu;
  private final Parties parties;
  private final Attempts attempts;
  private final Probes probes;

  PacketSize(Forwarding tables, Classes classes, Effort effort) {
    this.effort = effort;
    mtu = new PathMtu(tables);
    parties = classes.parties();
    attempts = classes.attempts();
    probes = classes.probes();
  }

  Finding decide(Claim.MtuAtLeast claim) {
    List<Party> sources = parties.sources(claim.from());
    Finding nobody = Reaching.opensNothing(sources);
    if (nobody != null) {
      return nobody;
    }
    sources.removeIf(Party.Virtual.class::isInstance);
    for (Party source : sources) {
      for (Party destination : parties.of(claim.to())) {
        Finding finding = decide(source, destination, claim.bytes());
        if (!finding.holds()) {
          return finding;
        }
      }
    }
    return Finding.HOLDS;
  }

  private Finding decide(Party source, Party destination, int bytes) {
    @Nullable Walk blocked = null;
    boolean connected = false;
    for (Probe probe : probes.of(null, destination)) {
      Answer narrow =
          attempts.leaks(source, destination, probe, w -> mtu.of(w.outward()).bytes() < bytes);
      if (narrow.walk() != null) {
        PathMtu.Least least = mtu.of(narrow.walk().outward());
        return Finding.fails(
            narrow.walk(),
            "%s carries %d bytes at the most (%s)"
                .formatted(least.where(), least.bytes(), least.origin()));
      }
      Answer reached = attempts.reaches(source, destination, probe);
      connected |= !reached.refutes();
      blocked = blocked == null ? reached.walk() : blocked;
      if (effort.spent(narrow.walks() + reached.walks())) {
        return effort.exhausted();
      }
    }
    return connected ? Finding.HOLDS : Finding.fails(blocked, "nothing of any size gets there");
  }
}
