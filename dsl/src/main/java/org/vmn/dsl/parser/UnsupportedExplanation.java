package org.vmn.dsl.parser;

import java.util.Set;
import org.eclipse.xtext.nodemodel.SyntaxErrorMessage;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Code;

/** Words of the language as it is planned, which no rule of the grammar has yet. */
final class UnsupportedExplanation implements Explanation {
  private static final Set<String> NOT_YET =
      Set.of(
          "bond",
          "calls",
          "chain",
          "checksum",
          "demand",
          "dhcp",
          "dnat",
          "dns",
          "fabric",
          "file",
          "firewall",
          "floating",
          "for",
          "hugepages",
          "if",
          "isolated",
          "link",
          "maintenance",
          "mirror",
          "monitor",
          "native",
          "numa",
          "package",
          "pinning",
          "priority",
          "protect",
          "quarantine",
          "scale",
          "switch",
          "trunk",
          "variable");

  @Override
  public @Nullable SyntaxErrorMessage of(Mistake mistake) {
    boolean isStart = mistake.expects("}") || mistake.isTopLevel();
    return isStart && NOT_YET.contains(mistake.text())
        ? new SyntaxErrorMessage(
            "`" + mistake.text() + "` is not supported yet", Code.NOT_YET_SUPPORTED.id())
        : null;
  }
}
