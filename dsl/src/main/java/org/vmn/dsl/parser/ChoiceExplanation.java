package org.vmn.dsl.parser;

import static org.vmn.dsl.diagnostics.Messages.quoted;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.xtext.nodemodel.SyntaxErrorMessage;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Messages;
import org.vmn.dsl.diagnostics.Suggestions;

/** Where one of several things is due. */
final class ChoiceExplanation implements Explanation {
  private static final Map<String, String> THINGS =
      Map.of(
          "Dnat", "an address and port such as 192.0.2.10:443/tcp",
          "EndpointTerm", "a machine, segment, external, group, balancer, address, prefix or `any`",
          "TrafficTerm", "a service, a program, ports such as 443/tcp, or a protocol",
          "SubnetTerm", "a prefix such as 10.0.0.0/24, or a pool",
          "Route", "an address or an external",
          "Balancer", "an address such as 192.0.2.10");
  private static final Map<String, List<String>> WORDS =
      Map.of(
          "ReachClaim", List.of("reaches", "cannot reach"),
          "SoundnessClaim", List.of("loops", "black holes"));

  private final GrammarWords words;

  ChoiceExplanation(GrammarWords words) {
    this.words = words;
  }

  @Override
  public @Nullable SyntaxErrorMessage of(Mistake mistake) {
    @Nullable String thing = THINGS.get(mistake.rule());
    if (thing != null) {
      return SyntaxMessages.syntax(found(mistake, "") + "; expected " + thing);
    }
    List<String> known = WORDS.getOrDefault(mistake.rule(), words.ofRule(mistake.rule()));
    if (known.isEmpty()) {
      return null;
    }
    Optional<String> nearest =
        mistake.isWord() ? Suggestions.nearest(mistake.text(), known) : Optional.empty();
    String suggestion = nearest.map(n -> "; did you mean `" + n + "`?").orElse("");
    String message = found(mistake, suggestion);
    return SyntaxMessages.syntax(
        nearest.isPresent()
            ? message
            : message
                + "; expected "
                + Messages.anyOf(known.stream().map(Messages::quoted).toList()),
        nearest);
  }

  private static String found(Mistake mistake, String suggestion) {
    return mistake.isUnfinished()
        ? "something is missing after " + quoted(mistake.before())
        : quoted(mistake.text()) + " can't stand here" + suggestion;
  }
}
