package org.vmn.runtime.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Problems as they are found. */
final class Report {
  /** Nobody reads more, and a broken file of a million machines would have millions. */
  private static final int MOST = 100;

  /**
   * What is safe as a part of a file name, and has no meaning in references such as {@code
   * kvm[2].eno1}.
   */
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,127}");

  /** What Linux takes as a device's name, more or less. */
  private static final Pattern DEVICE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.:@-]{0,63}");

  private final List<Problem> problems = new ArrayList<>();

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  void require(boolean holds, String path, String otherwise) {
    if (!holds && problems.size() < MOST) {
      problems.add(new Problem(path, otherwise));
    }
  }

  void name(String path, String name) {
    require(NAME.matcher(name).matches(), path + ".name", quoted(name) + " is not a name");
  }

  void device(String path, String name) {
    require(
        DEVICE.matcher(name).matches(),
        path + ".name",
        quoted(name) + " is not the name of a device");
  }

  void names(String path, List<String> names) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      String at = path + "[" + i + "]";
      name(at, names.get(i));
      require(seen.add(names.get(i)), at + ".name", quoted(names.get(i)) + " is declared twice");
    }
  }

  void notNegative(String path, String member, long value) {
    require(value >= 0, path + "." + member, "expected 0 or more, found " + value);
  }

  void positive(String path, String member, long value) {
    require(value > 0, path + "." + member, "expected 1 or more, found " + value);
  }

  void port(String path, String member, int value) {
    require(
        value >= 1 && value <= 65535, path + "." + member, "expected 1 to 65535, found " + value);
  }

  void fraction(String path, String member, double value) {
    require(value >= 0 && value <= 1, path + "." + member, "expected 0 to 1, found " + value);
  }

  void exists(boolean found, String path, String kind, Object name) {
    require(found, path, "there is no " + kind + " " + quoted(name.toString()));
  }

  private static String quoted(String name) {
    return "`" + name + "`";
  }
}
