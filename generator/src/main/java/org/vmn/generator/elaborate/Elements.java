package org.vmn.generator.elaborate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.dsl.diagnostics.Suggestions;
import org.vmn.dsl.vmn.FallibleTerm;
import org.vmn.dsl.vmn.Host;
import org.vmn.dsl.vmn.Router;
import org.vmn.dsl.vmn.Target;
import org.vmn.dsl.vmn.Vm;
import org.vmn.dsl.vmn.WireTerm;
import org.vmn.dsl.vmn.ZoneTerm;
import org.vmn.runtime.network.Element;
import org.vmn.runtime.network.Link;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Ref;

/** What can fail, as sources name it. */
final class Elements {
  private final Context context;
  private final Wires wires;
  private final List<String> zones;

  Elements(Context context, Wires wires, List<org.vmn.runtime.network.Host> hosts) {
    this.context = context;
    this.wires = wires;
    zones =
        hosts.stream()
            .map(org.vmn.runtime.network.Host::zone)
            .filter(z -> !z.isEmpty())
            .distinct()
            .toList();
  }

  List<Element> of(FallibleTerm term) {
    return switch (term) {
      case ZoneTerm zone -> zone(zone.getName(), context.origins().whole(zone));
      case WireTerm wire -> wires(wire.getA(), wire.getB(), context.origins().whole(wire));
      case Target target -> of(target);
      default -> List.of();
    };
  }

  /** A zone; reported, and nothing, where no host is in it. */
  List<Element> zone(String name, Origin origin) {
    if (zones.contains(name)) {
      return List.of(new Element.OfZone(name));
    }
    String near =
        Suggestions.nearest(name, zones).map(n -> "; did you mean \"" + n + "\"?").orElse("");
    context.report(Code.UNKNOWN_NAME, origin, "no host is in a zone \"" + name + "\"" + near);
    return List.of();
  }

  private static List<Element> of(Target target) {
    List<Element> found = new ArrayList<>();
    if (target.getUplink() != null) {
      Ends.uplinks(target).forEach(u -> found.add(new Element.OfUplink(u)));
      return found;
    }
    if (target.getRef() instanceof Router router) {
      return List.of(new Element.OfRouter(router.getName()));
    }
    for (Ref ref : Ends.refs(target)) {
      found.add(
          switch (target.getRef()) {
            case Host host -> new Element.OfHost(ref);
            case Vm vm -> new Element.OfMachine(ref);
            default -> new Element.OfDevice(ref);
          });
    }
    return found;
  }

  /** Uplinks where there is no second end; else the links between the ends, each with each. */
  List<Element> wires(Target a, @Nullable Target b, Origin origin) {
    List<Element> found = new ArrayList<>();
    if (b == null) {
      if (a.getUplink() == null) {
        context.report(
            Problem.of(
                    Code.NO_SUCH_LINK,
                    origin,
                    "`" + a.getRef().getName() + "` is a switch, and may have many wires")
                .help("name both ends, such as `link leaf[1] -- spine[1]`"));
        return found;
      }
      Ends.uplinks(a).forEach(u -> found.add(new Element.OfUplink(u)));
      return found;
    }
    links(a, b, origin).forEach(l -> found.add(new Element.OfLink(l)));
    return found;
  }

  /** The names of the links between two sets of ends; with a problem reported, none. */
  List<String> links(Target a, Target b, Origin origin) {
    List<String> names = new ArrayList<>();
    for (Link.End from : Ends.of(a)) {
      for (Link.End to : Ends.of(b)) {
        names.addAll(wires.between(from, to));
        if (names.size() > Wires.MOST) {
          return names;
        }
      }
    }
    if (names.isEmpty()) {
      context.report(
          Problem.of(
                  Code.NO_SUCH_LINK,
                  origin,
                  "no wire lies between `%s` and `%s`"
                      .formatted(SetResolver.text(a), SetResolver.text(b)))
              .help(
                  "lay it with `link %s -- %s`"
                      .formatted(SetResolver.text(a), SetResolver.text(b))));
    }
    return names.stream().distinct().toList();
  }
}
