package org.vmn.dsl.validation;

import static org.vmn.dsl.diagnostics.Messages.quoted;

import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.validation.Check;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Messages;
import org.vmn.dsl.vmn.Count;
import org.vmn.dsl.vmn.Disk;
import org.vmn.dsl.vmn.Named;
import org.vmn.dsl.vmn.NetworkHeader;
import org.vmn.dsl.vmn.User;
import org.vmn.dsl.vmn.VmnPackage.Literals;

/** Names become host names, and those have 63 characters at the most (RFC 1123). */
public class NameChecks extends Checks {
  private static final int MOST = 63;

  @Check
  void network(NetworkHeader network) {
    check(network.getName(), network.getName(), network, Literals.NETWORK_HEADER__NAME);
  }

  @Check
  void declaration(Named named) {
    Count count = Counts.of(named);
    String longest = count == null ? named.getName() : named.getName() + "-" + count.getValue();
    check(named.getName(), longest, named, Literals.NAMED__NAME);
  }

  @Check
  void disk(Disk disk) {
    check(disk.getName(), disk.getName(), disk, Literals.DISK__NAME);
  }

  @Check
  void user(User user) {
    check(user.getName(), user.getName(), user, Literals.USER__NAME);
  }

  private void check(
      String name, String longest, org.eclipse.emf.ecore.EObject at, EStructuralFeature feature) {
    if (longest.length() > MOST) {
      String replicas = name.length() <= MOST ? "with the number of its last replica, " : "";
      report(
          Code.BAD_NAME,
          at,
          feature,
          Messages.help(
              replicas
                  + quoted(name)
                  + " has "
                  + longest.length()
                  + " characters, and a host's name has "
                  + MOST
                  + " at the most",
              "choose a shorter name"));
    }
  }
}
