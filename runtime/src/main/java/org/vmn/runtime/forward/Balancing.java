package org.vmn.runtime.forward;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.value.Ip;

/** What balancers do to one first packet: at most one of them translates it. */
final class Balancing {
  private final Forwarding tables;
  private final Course course;
  private final Choices choices;
  private @Nullable Balancer balancer;

  Balancing(Forwarding tables, Course course, Choices choices) {
    this.tables = tables;
    this.course = course;
    this.choices = choices;
  }

  /** The balancer that translated the packet, or null. */
  @Nullable Balancer balancer() {
    return balancer;
  }

  /** Whether a balancer on the segment takes the packet. */
  boolean chooses(String on) {
    return balancer == null && taking(on) != null;
  }

  private @Nullable Balancer taking(String on) {
    for (Balancer here : tables.balancersAt(on, course.packet.destination())) {
      if (Translation.matches(here, course.packet)) {
        return here;
      }
    }
    return null;
  }

  /**
   * Gives the packet a target's address and port; false when it is dropped.
   *
   * @param on a segment for which {@link #chooses} says yes
   */
  boolean translate(String on) {
    Balancer here = taking(on);
    if (here == null) {
      return true;
    }
    String where = "balancer " + here.name();
    Choices.Pool pool =
        new Choices.Pool(tables.sets(), here.targets(), t -> usable(here, t, course.host()));
    Translation.Target chosen = choices.target(here, pool);
    if (chosen == null) {
      return new Choices.Pool(tables.sets(), here.targets(), tables::serves).first() == null
          ? course.drop(Step.Cause.NO_MEMBER, where, "has no target left that is up", here.origin())
          : course.drop(
              Step.Cause.CUT_OFF,
              where,
              "finds no wire from %s to a target".formatted(course.host()),
              here.origin());
    }
    Ref name = chosen.machine().ref(chosen.offset());
    Ip ip = Translation.targetAddress(here, chosen.machine(), chosen.offset());
    if (ip == null) {
      return course.drop(
          Step.Cause.NOBODY, where, name + " has no address of its family", here.origin());
    }
    balancer = here;
    course.packet = course.packet.toPort(ip, here.targetPort());
    course.add(Step.Kind.TRANSLATE, where, "chooses " + name, here.origin());
    return true;
  }

  private boolean usable(Balancer here, Translation.Target target, @Nullable Ref from) {
    if (!tables.serves(target)) {
      return false;
    }
    if (from == null || tables.underlay().isIntact()) {
      return true;
    }
    Ip ip = Translation.targetAddress(here, target.machine(), target.offset());
    List<Nic> on =
        target.machine().nics().stream().filter(n -> n.at(target.offset()).contains(ip)).toList();
    Ref to = target.machine().placement().hostOf(target.offset());
    return on.isEmpty() || tables.underlay().joins(from, to, tables.segment(on.get(0).segment()));
  }
}
