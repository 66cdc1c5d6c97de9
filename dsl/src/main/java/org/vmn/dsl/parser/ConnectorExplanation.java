package org.vmn.dsl.parser;

import static org.vmn.dsl.diagnostics.Messages.help;
import static org.vmn.dsl.diagnostics.Messages.quoted;

import java.util.Map;
import org.eclipse.xtext.nodemodel.SyntaxErrorMessage;
import org.jspecify.annotations.Nullable;

/** Where one certain keyword or sign is due. */
final class ConnectorExplanation implements Explanation {
  private static final Map<String, String> FORMS =
      Map.ofEntries(
          Map.entry("Pool", "pool net 10.0.0.0/16 split /24"),
          Map.entry("Balancer", "balancer www on 192.0.2.10:443/tcp -> web : shop"),
          Map.entry("PolicyDefault", "policy default deny"),
          Map.entry("PortTerm", "443/tcp"),
          Map.entry("Route", "route 0.0.0.0/0 via internet"),
          Map.entry("Deploy", "deploy lab on libvirt, ovs"),
          Map.entry("Rule", "allow web -> db : postgres"),
          Map.entry("FailureClaim", "assert any 1 of host down => web reaches db"),
          Map.entry("PathClaim", "assert every path internet -> web crosses www"),
          Map.entry("MtuClaim", "assert mtu web to db >= 1400"),
          Map.entry("IsolationClaim", "assert isolated red from blue"),
          Map.entry("RedundancyClaim", "assert redundant internet -> www"),
          Map.entry("UplinkTerm", "kvm[*].eno1"),
          Map.entry("Link", "link kvm[1].eno1 -- leaf[1]"),
          Map.entry("VirtualSwitch", "switch storage on kvm[*].eno2"),
          Map.entry("Firewall", "firewall border on edge { allow any -> web : https }"),
          Map.entry("Chain", "chain inspect internet -> web : https through ids"),
          Map.entry("Monitor", "monitor ops on web, db { every 15 s }"),
          Map.entry("Dnat", "dnat 192.0.2.20:8080/tcp -> web[1]:80"),
          Map.entry("Floating", "floating 192.0.2.30 -> admin"),
          Map.entry("File", "file \"/etc/motd\" content \"welcome\\n\" mode 0644"),
          Map.entry("AddressRange", "range 10.0.0.100 .. 10.0.0.200"),
          Map.entry("ElementIf", "if machines > 2 { … } else { … }"),
          Map.entry("ElementFor", "for i in 1..3 { … }"),
          Map.entry("Burst", "burst www times 5 for 30 s"),
          Map.entry("ScaleTo", "scale web to 8"),
          Map.entry("Maintenance", "maintain kvm[2] for 10 min"));

  @Override
  public @Nullable SyntaxErrorMessage of(Mistake mistake) {
    if (!mistake.expected().startsWith("'")) {
      return null;
    }
    String sign = mistake.expected().substring(1, mistake.expected().length() - 1);
    String message = "`" + sign + "` is missing" + place(mistake);
    if (mistake.text().equals("=>") && sign.equals("->")) {
      return SyntaxMessages.certain("`=>` can't stand here; write `->`", "->");
    }
    if (sign.equals("/") && mistake.before().matches("\\d+")) {
      return SyntaxMessages.syntax(
          help(
              "port " + quoted(mistake.before()) + " needs its protocol",
              "write for instance `" + mistake.before() + "/tcp`"));
    }
    if (mistake.rule().equals("UplinkTerm") && mistake.wordBefore(1).equals("on")) {
      String overlay = quoted("segment lan in " + mistake.before() + " { … }");
      return SyntaxMessages.syntax(
          help(message, "wires are `on kvm[*].eno1`; in an overlay, write " + overlay));
    }
    @Nullable String form = FORMS.get(mistake.rule());
    return SyntaxMessages.syntax(
        form == null ? message : help(message, "the form is `" + form + "`"));
  }

  private static String place(Mistake mistake) {
    return mistake.isUnfinished()
        ? " after " + quoted(mistake.before())
        : " before " + quoted(mistake.text());
  }
}
