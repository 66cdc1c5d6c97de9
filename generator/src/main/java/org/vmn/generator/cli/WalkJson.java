package org.vmn.generator.cli;

import java.util.List;
import java.util.Locale;
import org.vmn.runtime.forward.Step;
import org.vmn.runtime.forward.Walk;

/**
 * A walk for programs.
 *
 * @param deciding where it was decided, and what was
 */
record WalkJson(
    String from,
    String packet,
    boolean completes,
    String deciding,
    List<Hop> walk,
    List<Hop> answer) {

  record Hop(String where, String what, String kind, String packet, String file, int line) {}

  static WalkJson of(Walk walk, Input input) {
    return new WalkJson(
        walk.start().toString(),
        walk.packet().toString(),
        walk.completes(),
        walk.deciding().where() + ": " + walk.deciding().what(),
        walk.there().stream().map(s -> hop(s, input)).toList(),
        walk.back().stream().map(s -> hop(s, input)).toList());
  }

  private static Hop hop(Step step, Input input) {
    return new Hop(
        step.where(),
        step.what(),
        step.kind().name().toLowerCase(Locale.ROOT),
        step.packet().toString(),
        input.shown(step.origin().file()),
        step.origin().line());
  }
}
