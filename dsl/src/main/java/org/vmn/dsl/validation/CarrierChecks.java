package org.vmn.dsl.validation;

import static org.vmn.dsl.diagnostics.Messages.help;
import static org.vmn.dsl.diagnostics.Messages.quoted;

import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.validation.Check;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Fix;
import org.vmn.dsl.diagnostics.Fix.Edit;
import org.vmn.dsl.vmn.OnUplinks;
import org.vmn.dsl.vmn.Segment;
import org.vmn.dsl.vmn.SegmentProperty;
import org.vmn.dsl.vmn.Vlan;
import org.vmn.dsl.vmn.Vni;

/** A segment is carried by tunnels or by wires, not by both: what is said of the other is idle. */
public class CarrierChecks extends Checks {

  @Check
  void segment(Segment segment) {
    EObject wire = first(segment, Vlan.class);
    wire = wire == null ? first(segment, OnUplinks.class) : wire;
    EObject number = first(segment, Vni.class);
    if (wire == null) {
      return;
    }
    if (segment.getOverlay() != null) {
      report(
          Code.TWO_CARRIERS,
          wire,
          help(
              quoted(segment.getName())
                  + " is carried by overlay "
                  + quoted(segment.getOverlay().getName())
                  + ", and this puts it on a wire",
              "leave one of them out"),
          removal(wire));
    } else if (number != null) {
      report(
          Code.TWO_CARRIERS,
          number,
          help(
              "a VNI numbers tunnels, and " + quoted(segment.getName()) + " is on a wire",
              "leave it out, or put the segment in an overlay"),
          label(wire, "put on a wire here"),
          removal(number));
    }
  }

  private static String removal(EObject property) {
    return fix(new Fix("remove this", false, List.of(new Edit(PLACES.whole(property), ""))));
  }

  private static @Nullable EObject first(Segment segment, Class<? extends SegmentProperty> kind) {
    return segment.getProperties().stream().filter(kind::isInstance).findFirst().orElse(null);
  }
}
