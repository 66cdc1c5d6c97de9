package org.vmn.generator.cli;

import java.util.ArrayList;
import java.util.List;
import org.vmn.runtime.forward.Step;
import org.vmn.runtime.forward.Walk;
import org.vmn.runtime.network.Origin;

/** A walk for people: one line for each step, with the source line that decides it. */
final class WalkText {
  private final Input input;
  private final Style style;

  WalkText(Input input, Style style) {
    this.input = input;
    this.style = style;
  }

  /** Lines without indentation. */
  List<String> lines(Walk walk) {
    List<Step> all = new ArrayList<>(walk.there());
    all.addAll(walk.back());
    int where = all.stream().mapToInt(s -> s.where().length()).max().orElse(0);
    int what = all.stream().mapToInt(s -> s.what().length()).max().orElse(0);
    List<String> lines = new ArrayList<>();
    lines.add(style.bold(walk.packet().toString()));
    walk.there().forEach(s -> lines.add("  " + line(s, where, what)));
    if (!walk.back().isEmpty()) {
      lines.add("and back");
      walk.back().forEach(s -> lines.add("  " + line(s, where, what)));
    }
    return lines;
  }

  private String line(Step step, int where, int what) {
    Origin origin = step.origin();
    String at = input.brief(origin);
    String padded = pad(step.what(), what);
    String words =
        switch (step.kind()) {
          case DROP -> style.red(padded);
          case DELIVER -> style.green(padded);
          default -> padded;
        };
    String now = step.kind() == Step.Kind.TRANSLATE ? "  now " + step.packet() : "";
    return pad(step.where(), where) + "  " + words + "  " + at + now;
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
