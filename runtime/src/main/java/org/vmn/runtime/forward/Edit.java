package org.vmn.runtime.forward;

import java.util.List;
import java.util.function.Function;
import org.vmn.runtime.network.Likeness;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Nic;

/**
 * What an edit of a network changes in its tables.
 *
 * @param after the tables of the edited network
 * @param kind how much it changes
 * @param moved whether something that walks show is declared elsewhere, or is called otherwise
 * @param rules what it changes in the policy; nothing, where more than rules changed
 */
public record Edit(Forwarding after, Kind kind, boolean moved, Filter.Change rules) {

  /** From the least to the most. */
  public enum Kind {
    /** Nothing that a claim can be about. */
    NOTHING,
    /** Rules, hosts, or what simulation reads: all that forwards has the addresses that it had. */
    RULES,
    /** Everything, maybe. */
    DEVICES
  }

  private static final List<Function<Network, List<?>>> DEVICES =
      List.of(
          Network::segments,
          Network::externals,
          Network::routers,
          Network::firewalls,
          Network::balancers,
          Network::chains);

  private static final List<Function<Network, List<?>>> OTHERS =
      List.of(
          Network::machines,
          Network::hosts,
          Network::fabric,
          Network::links,
          Network::switches,
          Network::overlays,
          Network::scenarios);

  /** Compares declarations, and makes only those tables that the edit changes. */
  public static Edit of(Forwarding before, Network edited) {
    Network was = before.network();
    boolean untouched =
        both(DEVICES, Object::equals, was, edited) && both(OTHERS, Object::equals, was, edited);
    boolean alike =
        untouched
            || both(DEVICES, Likeness::alike, was, edited)
                && alike(was.machines(), edited.machines());
    if (!alike
        || !before.outage().isEmpty()
        || was.policy().allowByDefault() != edited.policy().allowByDefault()) {
      Forwarding after = Forwarding.of(edited);
      return new Edit(
          after, Kind.DEVICES, true, new Filter.Change(after.filter(), List.of(), List.of(), true));
    }
    Filter.Change change = before.filter().change(edited.policy(), before.sets());
    boolean nothing = change.isNone() && (untouched || both(OTHERS, Likeness::alike, was, edited));
    return new Edit(
        before.edited(edited, change.after(), untouched),
        nothing ? Kind.NOTHING : Kind.RULES,
        change.moved() || !untouched,
        change);
  }

  private interface Comparison {
    boolean same(Object one, Object other);
  }

  private static boolean both(
      List<Function<Network, List<?>>> parts, Comparison comparison, Network was, Network edited) {
    return parts.stream().allMatch(part -> comparison.same(part.apply(was), part.apply(edited)));
  }

  /** Whether machines have the same adapters with the same addresses, whatever else changed. */
  private static boolean alike(List<Machine> some, List<Machine> others) {
    if (some.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < some.size(); i++) {
      if (!alike(some.get(i), others.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean alike(Machine one, Machine other) {
    if (!one.name().equals(other.name())
        || !one.replicas().equals(other.replicas())
        || one.quarantined() != other.quarantined()
        || one.nics().size() != other.nics().size()) {
      return false;
    }
    for (int i = 0; i < one.nics().size(); i++) {
      Nic a = one.nics().get(i);
      Nic b = other.nics().get(i);
      if (!a.name().equals(b.name())
          || !a.segment().equals(b.segment())
          || !a.addresses().equals(b.addresses())
          || a.spoof() != b.spoof()) {
        return false;
      }
    }
    return true;
  }
}
