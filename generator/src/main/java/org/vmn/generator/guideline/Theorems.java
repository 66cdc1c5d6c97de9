package org.vmn.generator.guideline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Severity;
import org.vmn.dsl.guidelines.ElementKind;
import org.vmn.dsl.imports.Origins;
import org.vmn.dsl.imports.SourceText;
import org.vmn.dsl.vmn.AddressTerm;
import org.vmn.dsl.vmn.AnyTerm;
import org.vmn.dsl.vmn.EndpointSet;
import org.vmn.dsl.vmn.EndpointTerm;
import org.vmn.dsl.vmn.FailureClaim;
import org.vmn.dsl.vmn.Guideline;
import org.vmn.dsl.vmn.IsolationClaim;
import org.vmn.dsl.vmn.KindTerm;
import org.vmn.dsl.vmn.Model;
import org.vmn.dsl.vmn.NamedTerm;
import org.vmn.dsl.vmn.PrefixTerm;
import org.vmn.dsl.vmn.ReachClaim;
import org.vmn.dsl.vmn.RedundancyClaim;
import org.vmn.dsl.vmn.Requirement;
import org.vmn.dsl.vmn.SoundnessClaim;
import org.vmn.dsl.vmn.Theorem;
import org.vmn.dsl.vmn.TrafficSet;
import org.vmn.generator.elaborate.FailureTerms;
import org.vmn.generator.elaborate.TrafficTerms;
import org.vmn.generator.project.Level;
import org.vmn.generator.project.Settings;
import org.vmn.runtime.network.Assertion;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Traffic;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpSet;
import org.vmn.runtime.value.Prefix;

/**
 * What guidelines assert: for each element that a block picks an assertion of the network, proved
 * like those of its own. The word of a kind means the element that the block is about where it is
 * of that kind, and else all of the kind; where there are none, nothing is asserted.
 */
public final class Theorems {
  private static final int MOST_NAMES = 8;

  private final Network network;
  private final Elements elements;
  private final Origins origins;
  private final Origin header;
  private final Settings settings;
  private final List<Assertion> found = new ArrayList<>();

  private Theorems(Network network, Labels labels, Origins origins, Settings settings) {
    this.settings = settings;
    this.network = network;
    this.elements = new Elements(network, labels);
    this.origins = origins;
    this.header = labels.header();
  }

  /**
   * The network with what the guidelines of its files assert.
   *
   * @param files the root first, and all that it imports, those of the library included
   */
  public static Network with(
      Network network, List<Model> files, Origins origins, Settings settings) {
    List<Guideline> guidelines =
        files.stream()
            .flatMap(f -> f.getElements().stream())
            .filter(Guideline.class::isInstance)
            .map(Guideline.class::cast)
            .filter(g -> settings.rules().get(g.getText()) != Level.OFF)
            .filter(g -> g.eAllContents().hasNext())
            .toList();
    if (guidelines.stream().noneMatch(Theorems::asserts)) {
      return network;
    }
    Theorems theorems = new Theorems(network, new Labels(files, origins), origins, settings);
    guidelines.forEach(theorems::add);
    List<Assertion> all = new ArrayList<>(network.assertions());
    all.addAll(theorems.found);
    return network.withAssertions(all);
  }

  private static boolean asserts(Guideline guideline) {
    for (var all = guideline.eAllContents(); all.hasNext(); ) {
      if (all.next() instanceof Theorem) {
        return true;
      }
    }
    return false;
  }

  private void add(Guideline guideline) {
    for (EObject statement : guideline.getStatements()) {
      if (statement instanceof Theorem theorem) {
        add(guideline, theorem, null);
      } else if (statement instanceof Requirement requirement) {
        List<Theorem> asserted = asserted(requirement);
        if (!asserted.isEmpty()) {
          elements.of(ElementKind.find(requirement.getKind()).orElseThrow()).stream()
              .filter(e -> Evaluation.picks(requirement, e))
              .forEach(e -> asserted.forEach(t -> add(guideline, t, e)));
        }
      }
    }
  }

  private static List<Theorem> asserted(Requirement requirement) {
    return requirement.getProperties().stream()
        .filter(Theorem.class::isInstance)
        .map(Theorem.class::cast)
        .toList();
  }

  private void add(Guideline guideline, Theorem theorem, @Nullable Element about) {
    Optional<Assertion> made =
        claim(theorem.getClaim(), about)
            .map(c ->
                new Assertion(
                    words(theorem, about) + " (rule \"" + guideline.getText() + "\")",
                    c,
                    place(theorem, about),
                    by(guideline, theorem)));
    made.ifPresent(found::add);
  }

  private Assertion.Guideline by(Guideline guideline, Theorem theorem) {
    Severity severity =
        Optional.ofNullable(settings.rules().get(guideline.getText()))
            .flatMap(Level::severity)
            .orElse(Guidelines.severity(guideline));
    return new Assertion.Guideline(
        Assertion.Level.valueOf(severity.name()),
        Guidelines.help(guideline),
        origins.whole(theorem));
  }

  /** At the element, which whoever reads the verdict may change; the rule may be another's. */
  private Origin place(Theorem theorem, @Nullable Element about) {
    if (about != null && about.origin().isKnown()) {
      return about.origin();
    }
    Origin here = origins.whole(theorem);
    return here.file().equals(header.file()) ? here : header;
  }

  private static String words(Theorem theorem, @Nullable Element about) {
    String text = SourceText.of(theorem.getClaim());
    if (about == null) {
      return text;
    }
    // Before the last arrow stand kinds that fail, which are no element.
    int from = text.lastIndexOf("=>") + 1;
    return text.substring(0, from)
        + text.substring(from).replaceAll("\\b" + about.kind().word() + "\\b", about.name());
  }

  private Optional<Claim> claim(org.vmn.dsl.vmn.Claim claim, @Nullable Element about) {
    return switch (claim) {
      case ReachClaim reach ->
          both(
              reach.getFrom(),
              reach.getTo(),
              about,
              (from, to) ->
                  new Claim.Reach(
                      reach.isCannot()
                          ? Claim.Mode.CANNOT_REACH
                          : reach.isOnly() ? Claim.Mode.REACHES_ONLY : Claim.Mode.REACHES,
                      from,
                      to,
                      traffic(reach.getTraffic())));
      case IsolationClaim isolation ->
          both(isolation.getFrom(), isolation.getTo(), about, Claim.Isolated::new);
      case RedundancyClaim redundancy ->
          both(
              redundancy.getFrom(),
              redundancy.getTo(),
              about,
              (from, to) -> new Claim.Redundant(from, to, traffic(redundancy.getTraffic())));
      case SoundnessClaim soundness ->
          Optional.of(soundness.isLoops() ? new Claim.NoLoops() : new Claim.NoBlackHoles());
      case FailureClaim failures ->
          claim(failures.getClaim(), about).map(c -> FailureTerms.under(failures, c));
      default -> Optional.empty();
    };
  }

  private Optional<Claim> both(
      EndpointSet from,
      EndpointSet to,
      @Nullable Element about,
      java.util.function.BiFunction<Endpoints, Endpoints, Claim> claim) {
    Endpoints left = endpoints(from, about);
    Endpoints right = endpoints(to, about);
    return left.include().isEmpty() || right.include().isEmpty()
        ? Optional.empty()
        : Optional.of(claim.apply(left, right));
  }

  private static @Nullable Traffic traffic(@Nullable TrafficSet set) {
    return set == null ? null : new Traffic(SourceText.of(set), TrafficTerms.matches(set));
  }

  private Endpoints endpoints(EndpointSet set, @Nullable Element about) {
    return new Endpoints(
        set.getInclude().stream().map(t -> text(t, about)).collect(Collectors.joining(", ")),
        set.getInclude().stream().flatMap(t -> members(t, about).stream()).toList(),
        set.getExclude().stream().flatMap(t -> members(t, about).stream()).toList());
  }

  /** Elements by their names, which a rule of the network could use; many by their kind. */
  private String text(EndpointTerm term, @Nullable Element about) {
    if (term instanceof KindTerm kind) {
      List<Element> all = meant(kind, about);
      if (all.size() <= MOST_NAMES) {
        return all.stream().map(Element::name).collect(Collectors.joining(", "));
      }
    }
    return SourceText.of(term);
  }

  private List<Element> meant(KindTerm kind, @Nullable Element about) {
    ElementKind of = ElementKind.find(kind.getKind()).orElseThrow();
    return about != null && about.kind() == of ? List.of(about) : elements.of(of);
  }

  private List<Member> members(EndpointTerm term, @Nullable Element about) {
    return switch (term) {
      case AnyTerm any -> List.of(new Member.Any());
      case PrefixTerm prefix ->
          List.of(new Member.Literal(IpSet.of(Prefix.parse(prefix.getPrefix()))));
      case AddressTerm address ->
          List.of(new Member.Literal(IpSet.of(Ip.parse(address.getAddress()))));
      case KindTerm kind -> meant(kind, about).stream().map(this::member).toList();
      case NamedTerm named -> named(named.getRef().getName());
      default -> List.of();
    };
  }

  private Member member(Element element) {
    return switch (element.kind()) {
      case VM ->
          new Member.Machines(element.name(), 0, (int) (long) (Long) element.value("count") - 1);
      case SEGMENT -> new Member.OnSegment(element.name());
      case EXTERNAL -> new Member.Outside(element.name());
      case BALANCER -> new Member.Virtual(element.name());
      default -> throw new IllegalStateException("no endpoint " + element.kind());
    };
  }

  private List<Member> named(String name) {
    for (var group : network.groups()) {
      if (group.name().equals(name)) {
        return group.members().include();
      }
    }
    return List.of(ElementKind.VM, ElementKind.SEGMENT, ElementKind.EXTERNAL, ElementKind.BALANCER)
        .stream()
        .flatMap(k -> elements.of(k).stream())
        .filter(e -> e.name().equals(name))
        .limit(1)
        .map(this::member)
        .toList();
  }
}
