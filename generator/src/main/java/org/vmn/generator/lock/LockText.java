package org.vmn.generator.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a lock: one fact a line, in order, so that tools which merge files line by line merge
 * locks. Lines may come in any order and twice.
 */
final class LockText {
  private static final String HEAD =
      """
      # What VMN chose, so that it stays when the source changes. `vmn build` writes it: keep it with
      # the source. Each line stands for itself: in a conflict keep the lines of both sides.
      """;
  private static final Pattern LINE =
      Pattern.compile(
          "(?<network>[A-Za-z_][A-Za-z0-9_-]{0,127}) (?<kind>[a-z]{1,16})"
              + " (?<owner>[A-Za-z0-9_.#:/-]{1,600}) (?<value>[A-Za-z0-9_.:,;/\\[\\]-]+)");
  private static final Pattern CONFLICT = Pattern.compile("(<{7}|={7}|>{7}|\\|{7})( .*)?");

  private LockText() {}

  static String of(Lock lock) {
    StringBuilder text = new StringBuilder(HEAD);
    for (Fact fact : lock.facts()) {
      text.append(line(fact)).append('\n');
    }
    return text.toString();
  }

  static String line(Fact fact) {
    return String.join(" ", fact.network(), fact.kind().word(), fact.owner(), fact.value());
  }

  static Lock parse(String text) throws LockException {
    List<Fact> facts = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        facts.add(fact(line, number));
      }
    }
    return new Lock(facts);
  }

  /** Whether a value is one of its kind. */
  private static boolean means(Fact.Kind kind, String value) {
    try {
      switch (kind) {
        case ADDRESS, UNDERLAY -> Values.ranges(value);
        case MAC -> Values.mac(value);
        case PLACE -> Values.places(value);
        case PORT -> Values.numbers(value);
        case SUBNET -> Values.prefix(value);
        case VNI -> Values.vni(value);
      }
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Fact fact(String line, int number) throws LockException {
    Matcher m = LINE.matcher(line);
    if (m.matches()) {
      for (Fact.Kind kind : Fact.Kind.values()) {
        if (kind.word().equals(m.group("kind")) && means(kind, m.group("value"))) {
          return new Fact(m.group("network"), kind, m.group("owner"), m.group("value"));
        }
      }
    }
    throw CONFLICT.matcher(line).matches()
        ? new LockException(
            number,
            "a merge has left a conflict in `vmn.lock`",
            "remove this line, and keep those of both sides")
        : new LockException(
            number,
            "this is no line of `vmn.lock`, such as `shop address web.front 10.0.0.2`",
            "remove it, and run `vmn build`");
  }
}
