package org.vmn.dsl.validation;

import static org.vmn.dsl.diagnostics.Messages.help;
import static org.vmn.dsl.diagnostics.Messages.quoted;

import java.util.Set;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.validation.Check;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Messages;
import org.vmn.dsl.diagnostics.Nouns;
import org.vmn.dsl.vmn.Count;
import org.vmn.dsl.vmn.HostTerm;
import org.vmn.dsl.vmn.Named;
import org.vmn.dsl.vmn.NamedTerm;
import org.vmn.dsl.vmn.Pick;
import org.vmn.dsl.vmn.Target;
import org.vmn.dsl.vmn.UplinkTerm;
import org.vmn.dsl.vmn.VmnPackage.Literals;

/**
 * {@code name[2]} and {@code name[1..3]} pick replicas that exist. {@code name[*]} is all, and
 * always right, but where only one can be meant.
 */
public class ReplicaChecks extends Checks {
  /** Where a target is one replica. */
  private static final Set<EStructuralFeature> ONE =
      Set.of(Literals.DNAT__TARGET, Literals.MIRROR__TARGET, Literals.MIGRATION__DESTINATION);

  @Check
  void pick(Pick pick) {
    Named named =
        switch (pick.eContainer()) {
          case NamedTerm term -> term.getRef();
          case HostTerm term -> term.getHost();
          case UplinkTerm term -> term.getHost();
          case Target target -> target.getRef();
          default -> null;
        };
    if (named == null || named.eIsProxy()) {
      return;
    }
    String message = message(pick, named);
    if (message != null) {
      report(Code.NO_SUCH_REPLICA, pick, message);
    }
  }

  @Check
  void one(Target target) {
    Named named = target.getRef();
    if (named == null || named.eIsProxy() || !ONE.contains(target.eContainmentFeature())) {
      return;
    }
    Count count = Counts.of(named);
    Pick pick = target.getPick();
    boolean single =
        pick == null
            ? count == null || Counts.number(count.getValue()) == 1
            : !pick.isAll() && pick.getLast() == null;
    if (!single) {
      report(
          Code.NO_SUCH_REPLICA,
          target,
          help("only one can be meant here", "pick one, such as `" + named.getName() + "[1]`"));
    }
  }

  private static @Nullable String message(Pick pick, Named named) {
    String name = quoted(named.getName());
    if (!Counts.canHave(named)) {
      return name
          + " is "
          + Messages.withArticle(Nouns.of(named))
          + ", and has no replicas to pick";
    }
    if (pick.isAll()) {
      return null;
    }
    Count count = Counts.of(named);
    if (count == null) {
      String kind = Nouns.of(named);
      return help(
          name + " has no replicas to pick",
          "write " + name + ", or declare `" + kind + " " + named.getName() + "[3]`");
    }
    int most = Counts.number(count.getValue());
    int first = Counts.number(pick.getFirst());
    int last = pick.getLast() == null ? first : Counts.number(pick.getLast());
    if (first < 1 || last > most) {
      return name + " has replicas from 1 to " + Messages.shortened(count.getValue());
    }
    return first > last ? "the range of replicas runs downwards" : null;
  }
}
