package org.vmn.runtime.forward;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpSet;

/**
 * A list of many rules by the addresses that they are about, so that a packet looks at those for
 * its destination only.
 */
final class ByDestination {
  private final Stabs sets;

  /** The rules about each set, ascending. */
  private final int[][] rules;

  private final IdentityHashMap<IpSet, Integer> numbers;

  /**
   * @param to what each rule is about; equal sets should be one object
   */
  ByDestination(List<IpSet> to) {
    this(IntStream.range(0, to.size()).toArray(), to, null);
  }

  /**
   * @param positions of the rules, ascending: a rule that is about several sets has several places
   * @param to what it is about there
   * @param before another list, mostly about the same sets
   */
  ByDestination(int[] positions, List<IpSet> to, @Nullable ByDestination before) {
    if (before != null && before.numbers.keySet().containsAll(to)) {
      numbers = before.numbers;
      sets = before.sets;
    } else {
      numbers = new IdentityHashMap<>();
      to.forEach(set -> numbers.putIfAbsent(set, numbers.size()));
      IpSet[] distinct = new IpSet[numbers.size()];
      numbers.forEach((set, number) -> distinct[number] = set);
      sets = new Stabs(distinct);
    }
    int[] setOf = new int[to.size()];
    Arrays.setAll(setOf, i -> Objects.requireNonNull(numbers.get(to.get(i))));
    rules = group(positions, setOf, numbers.size());
  }

  private ByDestination(ByDestination before, int[][] rules) {
    numbers = before.numbers;
    sets = before.sets;
    this.rules = rules;
  }

  private static int[][] group(int[] positions, int[] setOf, int sets) {
    int[] counts = new int[sets];
    for (int set : setOf) {
      counts[set]++;
    }
    int[][] groups = new int[sets][];
    Arrays.setAll(groups, set -> new int[counts[set]]);
    int[] next = new int[sets];
    for (int i = 0; i < setOf.length; i++) {
      groups[setOf[i]][next[setOf[i]]++] = positions[i];
    }
    return groups;
  }

  /**
   * The same list after one rule has changed, in time that doesn't depend on the others; null where
   * it is about a set that no rule was about.
   */
  @Nullable ByDestination changed(int position, List<IpSet> was, List<IpSet> now) {
    int[][] changed = rules.clone();
    for (IpSet set : was) {
      Integer number = numbers.get(set);
      if (number != null) {
        changed[number] = Arrays.stream(changed[number]).filter(p -> p != position).toArray();
      }
    }
    for (IpSet set : now) {
      Integer number = numbers.get(set);
      if (number == null) {
        return null;
      }
      changed[number] =
          IntStream.concat(Arrays.stream(changed[number]), IntStream.of(position))
              .sorted()
              .toArray();
    }
    return new ByDestination(this, changed);
  }

  /**
   * The position of the first rule for an address, or -1.
   *
   * @param matches whether the rule at a position matches; not asked about its destination
   */
  int first(Ip destination, IntPredicate matches) {
    int[] first = {Integer.MAX_VALUE};
    sets.forEach(
        destination,
        set -> {
          for (int rule : rules[set]) {
            if (rule >= first[0]) {
              break;
            }
            if (matches.test(rule)) {
              first[0] = rule;
              break;
            }
          }
        });
    return first[0] == Integer.MAX_VALUE ? -1 : first[0];
  }
}
