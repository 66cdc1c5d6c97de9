package org.vmn.generator.elaborate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.imports.SourceText;
import org.vmn.dsl.vmn.AddressTerm;
import org.vmn.dsl.vmn.AnyTerm;
import org.vmn.dsl.vmn.Balancer;
import org.vmn.dsl.vmn.EndpointSet;
import org.vmn.dsl.vmn.EndpointTerm;
import org.vmn.dsl.vmn.External;
import org.vmn.dsl.vmn.Group;
import org.vmn.dsl.vmn.Named;
import org.vmn.dsl.vmn.NamedTerm;
import org.vmn.dsl.vmn.Pick;
import org.vmn.dsl.vmn.PrefixTerm;
import org.vmn.dsl.vmn.Segment;
import org.vmn.dsl.vmn.Vm;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpSet;
import org.vmn.runtime.value.Prefix;

/**
 * Endpoint sets: groups are replaced by what they hold, and replicas that are taken out again are
 * left out.
 */
final class SetResolver {
  private final Context context;

  SetResolver(Context context) {
    this.context = context;
  }

  Endpoints resolve(EndpointSet set) {
    Set<Group> open = new LinkedHashSet<>();
    List<Member> exclude = members(set.getExclude(), open);
    List<Member> include = without(members(set.getInclude(), open), exclude);
    if (include.isEmpty()) {
      context.report(Code.EMPTY_SET, context.origins().whole(set), "`" + text(set) + "` is nobody");
    }
    return new Endpoints(text(set), include, exclude);
  }

  /** What one term of a set means. */
  List<Member> members(EndpointTerm term) {
    return members(term, new LinkedHashSet<>());
  }

  /** The words of the source, with single blanks. */
  static String text(EObject element) {
    return SourceText.of(element);
  }

  private List<Member> members(List<EndpointTerm> terms, Set<Group> open) {
    Set<Member> members = new LinkedHashSet<>();
    terms.forEach(t -> members.addAll(members(t, open)));
    return List.copyOf(members);
  }

  private List<Member> members(EndpointTerm term, Set<Group> open) {
    return switch (term) {
      case AnyTerm any -> List.of(new Member.Any());
      case PrefixTerm prefix ->
          List.of(new Member.Literal(IpSet.of(Prefix.parse(prefix.getPrefix()))));
      case AddressTerm address ->
          List.of(new Member.Literal(IpSet.of(Ip.parse(address.getAddress()))));
      case NamedTerm named -> members(named, open);
      default -> List.of();
    };
  }

  /** All of one declaration. */
  Endpoints named(Named named) {
    return new Endpoints(named.getName(), members(named, null, new LinkedHashSet<>()), List.of());
  }

  private List<Member> members(NamedTerm term, Set<Group> open) {
    return members(term.getRef(), term.getPick(), open);
  }

  private List<Member> members(Named named, @Nullable Pick pick, Set<Group> open) {
    return switch (named) {
      case Vm vm -> {
        Picks.Range range = Picks.range(pick, Context.replicas(vm.getCount()));
        yield List.of(new Member.Machines(vm.getName(), range.first(), range.last()));
      }
      case Segment segment -> List.of(new Member.OnSegment(segment.getName()));
      case External external -> List.of(new Member.Outside(external.getName()));
      case Balancer balancer -> List.of(new Member.Virtual(balancer.getName()));
      case Group group -> members(group, open);
      default -> List.of();
    };
  }

  private List<Member> members(Group group, Set<Group> open) {
    if (!open.add(group)) {
      return List.of();
    }
    List<Member> exclude = members(group.getMembers().getExclude(), open);
    List<Member> include = members(group.getMembers().getInclude(), open);
    open.remove(group);
    if (!exclude.stream().allMatch(Member.Machines.class::isInstance)
        || !exclude.isEmpty() && !include.stream().allMatch(Member.Machines.class::isInstance)) {
      context.report(
          Code.NOT_YET_SUPPORTED,
          context.origins().whole(group.getMembers()),
          "`except` in a group of anything but machines is not supported yet");
    }
    return without(include, exclude);
  }

  /** Replica ranges less other replica ranges of the same machine. */
  private static List<Member> without(List<Member> include, List<Member> exclude) {
    List<Member> left = new ArrayList<>(include);
    for (Member out : exclude) {
      if (out instanceof Member.Machines m) {
        left = left.stream().flatMap(in -> cut(in, m).stream()).toList();
      }
    }
    return left;
  }

  private static List<Member> cut(Member from, Member.Machines out) {
    if (!(from instanceof Member.Machines in) || !in.machine().equals(out.machine())) {
      return List.of(from);
    }
    List<Member> parts = new ArrayList<>();
    if (in.first() < out.first()) {
      parts.add(
          new Member.Machines(in.machine(), in.first(), Math.min(in.last(), out.first() - 1)));
    }
    if (in.last() > out.last()) {
      parts.add(new Member.Machines(in.machine(), Math.max(in.first(), out.last() + 1), in.last()));
    }
    return parts;
  }
}
