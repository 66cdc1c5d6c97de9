package org.vmn.dsl.parser;

import static org.vmn.dsl.diagnostics.Messages.help;
import static org.vmn.dsl.diagnostics.Messages.quoted;

import java.util.Map;
import org.eclipse.xtext.nodemodel.SyntaxErrorMessage;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Messages;

/** Properties that others have, and what is written in VMN instead. */
final class PropertyExplanation implements Explanation {
  private static final String ADAPTER = "it stands at the adapter: `nic lan { address 10.0.0.5 }`";
  private static final String OVERLAY = "it stands before the block: `segment lan in tenant { … }`";
  private static final String GATEWAY =
      "the router that has the segment among its `ports` is the gateway";
  private static final String COUNT = "it stands at the name: `vm web[3]`";
  private static final Map<String, String> INSTEAD =
      Map.ofEntries(
          Map.entry("segment gateway", GATEWAY),
          Map.entry("segment in", OVERLAY),
          Map.entry("segment overlay", OVERLAY),
          Map.entry("segment cidr", "write `subnet 10.0.0.0/24`"),
          Map.entry("segment prefix", "write `subnet 10.0.0.0/24`"),
          Map.entry("segment network", "write `subnet 10.0.0.0/24`"),
          Map.entry("vm address", ADAPTER),
          Map.entry("vm ip", ADAPTER),
          Map.entry("vm mac", "it stands at the adapter: `nic lan { mac 52:54:00:12:34:56 }`"),
          Map.entry("vm gateway", GATEWAY),
          Map.entry("vm network", "write `nic lan`"),
          Map.entry("vm segment", "write `nic lan`"),
          Map.entry("vm interface", "write `nic lan`"),
          Map.entry("vm ram", "write `memory 4 GiB`"),
          Map.entry("vm image", "it stands at a disk: `disk root 20 GiB from debian12`"),
          Map.entry("vm count", COUNT),
          Map.entry("vm replicas", COUNT),
          Map.entry("vm port", "a program has ports: `runs web on 80/tcp`"),
          Map.entry("scenario duration", "write `for 10 min`"),
          Map.entry("scenario seed", "it stands at the network: `network shop seed 42`"),
          Map.entry("host ram", "write `memory 64 GiB`"),
          Map.entry("host nic", "write `uplink eno1`"),
          Map.entry("host interface", "write `uplink eno1`"),
          Map.entry("router gateway", "write `route 0.0.0.0/0 via …`"),
          Map.entry("router nat", "write `snat lan`"),
          Map.entry("router interface", "write `ports lan, wan`"),
          Map.entry("router interfaces", "write `ports lan, wan`"));

  @Override
  public @Nullable SyntaxErrorMessage of(Mistake mistake) {
    if (!mistake.expects("}") || mistake.startsDeclaration()) {
      return null;
    }
    @Nullable String instead = INSTEAD.get(mistake.kind() + " " + mistake.text());
    String message =
        quoted(mistake.text()) + " is not a property of " + Messages.withArticle(mistake.kind());
    return instead == null ? null : SyntaxMessages.syntax(help(message, instead));
  }
}
