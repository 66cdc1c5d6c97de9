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
import org.vmn.dsl.vmn.Uplink;
import org.vmn.dsl.vmn.User;
import org.vmn.dsl.vmn.VmnPackage.Literals;

/** Names become host names, and those have 63 characters at the most (RFC 1123). */
public class NameChecks extends Checks {
  private static final int MOST = 63;
  private static final int MOST_OF_INTERFACE = 15;

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

  /** Linux cuts what doesn't fit (IFNAMSIZ), and two of them may then be one. */
  @Check
  void uplink(Uplink uplink) {
    if (uplink.getName().length() > MOST_OF_INTERFACE) {
      report(
          Code.BAD_NAME,
          uplink,
          Literals.NAMED__NAME,
          Messages.help(
              quoted(uplink.getName())
                  + " has "
                  + uplink.getName().length()
                  + " characters, and a network interface's name has "
                  + MOST_OF_INTERFACE
                  + " at the most",
              "write it as `ip link` shows it on the host"));
    }
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
