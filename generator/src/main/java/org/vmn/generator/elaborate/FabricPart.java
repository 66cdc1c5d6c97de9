package org.vmn.generator.elaborate;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.vmn.dsl.literals.Dimension;
import org.vmn.dsl.vmn.Fabric;
import org.vmn.dsl.vmn.Latency;
import org.vmn.dsl.vmn.Loss;
import org.vmn.dsl.vmn.Speed;
import org.vmn.dsl.vmn.VmnPackage.Literals;
import org.vmn.runtime.network.FabricSwitch;
import org.vmn.runtime.network.Link;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.UplinkRef;

/** The physical wiring: switches, links, and fabrics that follow a shape. */
final class FabricPart {
  private static final double MILLIONTH = 1e6;
  private static final Wires.Quality UNSTATED = new Wires.Quality(0, 0, 0);

  private final Context context;
  private final Wires wires;
  private final List<FabricSwitch> switches = new ArrayList<>();

  FabricPart(Context context) {
    this.context = context;
    wires = new Wires(context);
  }

  void elaborate() {
    context.all(Fabric.class).forEach(this::fabric);
    context.all(org.vmn.dsl.vmn.Link.class).forEach(l -> link(l, UNSTATED));
  }

  List<FabricSwitch> switches() {
    return switches;
  }

  Wires wires() {
    return wires;
  }

  private void fabric(Fabric fabric) {
    Wires.Quality quality = quality(fabric.getProperties(), UNSTATED);
    List<FabricSwitch> tiers = new ArrayList<>();
    for (org.vmn.dsl.vmn.FabricSwitch device :
        Context.properties(fabric.getProperties(), org.vmn.dsl.vmn.FabricSwitch.class)) {
      tiers.add(
          new FabricSwitch(
              device.getName(), Context.replicas(device.getCount()), context.origin(device)));
    }
    List<List<UplinkRef>> ports =
        fabric.getOver().stream().map(t -> Picks.uplinks(List.of(t))).toList();
    Origin origin = context.origin(fabric);
    boolean shaped = isShaped(fabric);
    List<FabricSwitch> own =
        shaped
            ? new Shapes(context, wires, quality, origin)
                .wire(fabric.getName(), fabric.getShape(), tiers, ports)
            : tiers;
    switches.addAll(own);
    for (org.vmn.dsl.vmn.Link link :
        Context.properties(fabric.getProperties(), org.vmn.dsl.vmn.Link.class)) {
      link(link, quality);
    }
  }

  /** A fabric without a shape has the one that its links give it. */
  private static boolean isShaped(Fabric fabric) {
    return !NodeModelUtils.findNodesForFeature(fabric, Literals.FABRIC__SHAPE).isEmpty();
  }

  private void link(org.vmn.dsl.vmn.Link link, Wires.Quality otherwise) {
    Wires.Quality quality = quality(link.getProperties(), otherwise);
    Origin origin = context.origins().whole(link);
    List<Link.End> from = Ends.of(link.getA());
    List<Link.End> to = Ends.of(link.getB());
    for (int i = 0; i < from.size(); i++) {
      for (Link.End end : from.equals(to) ? to.subList(i + 1, to.size()) : to) {
        if (!from.get(i).equals(end) && !wires.lay(from.get(i), end, quality, origin)) {
          return;
        }
      }
    }
  }

  private static Wires.Quality quality(
      List<? extends EObject> properties, Wires.Quality otherwise) {
    long speed = otherwise.speed();
    long latency = otherwise.latency();
    double loss = otherwise.loss();
    for (EObject property : properties) {
      switch (property) {
        case Speed s -> speed = Context.amount(s.getValue(), Dimension.BANDWIDTH);
        case Latency l -> latency = Context.amount(l.getValue(), Dimension.TIME);
        case Loss l -> loss = Context.amount(l.getValue(), Dimension.FRACTION) / MILLIONTH;
        default -> {}
      }
    }
    return new Wires.Quality(speed, latency, loss);
  }
}
