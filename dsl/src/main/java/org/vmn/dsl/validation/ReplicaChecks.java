package org.vmn.dsl.validation;

import static org.vmn.dsl.diagnostics.Messages.quoted;

import org.eclipse.xtext.validation.Check;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Messages;
import org.vmn.dsl.vmn.Count;
import org.vmn.dsl.vmn.Host;
import org.vmn.dsl.vmn.HostTerm;
import org.vmn.dsl.vmn.Named;
import org.vmn.dsl.vmn.NamedTerm;
import org.vmn.dsl.vmn.Pick;
import org.vmn.dsl.vmn.Target;
import org.vmn.dsl.vmn.UplinkTerm;
import org.vmn.dsl.vmn.Vm;

/**
 * {@code name[2]} and {@code name[1..3]} pick replicas that exist. {@code name[*]} is all, and
 * always right.
 */
public class ReplicaChecks extends Checks {
  private static final int MOST_DIGITS = 7;

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

  private static @Nullable String message(Pick pick, Named named) {
    String name = quoted(named.getName());
    if (!(named instanceof Vm) && !(named instanceof Host)) {
      return name
          + " is "
          + Messages.withArticle(Nouns.of(named))
          + ", and has no replicas to pick";
    }
    if (pick.isAll()) {
      return null;
    }
    Count count = named instanceof Vm vm ? vm.getCount() : ((Host) named).getCount();
    if (count == null) {
      String kind = Nouns.of(named);
      return Messages.help(
          name + " has no replicas to pick",
          "write " + name + ", or declare `" + kind + " " + named.getName() + "[3]`");
    }
    int most = number(count.getValue());
    int first = number(pick.getFirst());
    int last = pick.getLast() == null ? first : number(pick.getLast());
    if (first < 1 || last > most) {
      return name + " has replicas from 1 to " + Messages.shortened(count.getValue());
    }
    return first > last ? "the range of replicas runs downwards" : null;
  }

  /** Numbers with too many digits are past every count. */
  private static int number(String digits) {
    return digits.matches("[0-9]{1," + MOST_DIGITS + "}")
        ? Integer.parseInt(digits)
        : Integer.MAX_VALUE;
  }
}
