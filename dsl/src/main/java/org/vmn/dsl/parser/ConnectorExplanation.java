package org.vmn.dsl.parser;

import static org.vmn.dsl.diagnostics.Messages.help;
import static org.vmn.dsl.diagnostics.Messages.quoted;

import java.util.Map;
import org.eclipse.xtext.nodemodel.SyntaxErrorMessage;
import org.jspecify.annotations.Nullable;

/** Where one certain keyword or sign is due. */
final class ConnectorExplanation implements Explanation {
  private static final Map<String, String> FORMS =
      Map.of(
          "Pool", "pool net 10.0.0.0/16 split /24",
          "Balancer", "balancer www on 192.0.2.10:443/tcp -> web : shop",
          "PolicyDefault", "policy default deny",
          "PortTerm", "443/tcp",
          "Route", "route 0.0.0.0/0 via internet",
          "Deploy", "deploy lab on libvirt, ovs",
          "Rule", "allow web -> db : postgres",
          "FailureClaim", "assert any 1 of host down => web reaches db",
          "PathClaim", "assert every path internet -> web crosses www",
          "UplinkTerm", "kvm[*].eno1");

  @Override
  public @Nullable SyntaxErrorMessage of(Mistake mistake) {
    if (!mistake.expected().startsWith("'")) {
      return null;
    }
    String sign = mistake.expected().substring(1, mistake.expected().length() - 1);
    String message =
        mistake.text().equals("=>") && sign.equals("->")
            ? "`=>` can't stand here; write `->`"
            : "`" + sign + "` is missing" + place(mistake);
    @Nullable String form = FORMS.get(mistake.rule());
    return SyntaxMessages.syntax(
        form == null ? message : help(message, "the form is `" + form + "`"));
  }

  private static String place(Mistake mistake) {
    return mistake.isEnd() || mistake.startsDeclaration()
        ? " after " + quoted(mistake.before())
        : " before " + quoted(mistake.text());
  }
}
