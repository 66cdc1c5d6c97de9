package org.vmn.runtime.network;

/**
 * One replica of a declaration: {@code kvm[2]}.
 *
 * @param name the declaration's name
 * @param index from 1; 0 for a declaration without a count, which is written without brackets
 */
public record Ref(String name, int index) implements Comparable<Ref> {

  /** Parses {@code kvm[2]} or {@code kvm}. */
  public static Ref parse(String text) {
    int open = text.indexOf('[');
    if (open < 0) {
      return new Ref(text, 0);
    }
    String number = text.endsWith("]") ? text.substring(open + 1, text.length() - 1) : "";
    if (!number.matches("[1-9][0-9]{0,8}")) {
      throw new IllegalArgumentException("`" + text + "` is not a name such as kvm[2]");
    }
    return new Ref(text.substring(0, open), Integer.parseInt(number));
  }

  /** The zero-based number of this replica among those of its declaration. */
  public int offset() {
    return Math.max(0, index - 1);
  }

  @Override
  public int compareTo(Ref other) {
    int byName = name.compareTo(other.name);
    return byName != 0 ? byName : Integer.compare(index, other.index);
  }

  @Override
  public String toString() {
    return index == 0 ? name : name + "[" + index + "]";
  }
}
