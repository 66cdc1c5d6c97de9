package org.vmn.runtime.forward;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which elements of a list are those of another, in the same order, after a small change. */
public final class Pairing {
  private Pairing() {}

  /**
   * For each element of the new list the position of its like in the old one, or -1; ascending but
   * for those.
   *
   * @param same whether two are alike
   * @param key equal for those that are alike
   */
  public static <T> int[] of(
      List<T> old, List<T> now, BiPredicate<T, T> same, Function<T, Object> key) {
    int[] pairs = new int[now.size()];
    Arrays.fill(pairs, -1);
    int first = 0;
    int most = Math.min(old.size(), now.size());
    while (first < most && same.test(old.get(first), now.get(first))) {
      pairs[first] = first;
      first++;
    }
    int last = 0;
    while (last < most - first
        && same.test(old.get(old.size() - 1 - last), now.get(now.size() - 1 - last))) {
      pairs[now.size() - 1 - last] = old.size() - 1 - last;
      last++;
    }
    if (old.size() == now.size()) {
      for (int i = first; i < now.size() - last; i++) {
        pairs[i] = same.test(old.get(i), now.get(i)) ? i : -1;
      }
    } else {
      search(old, now, first, last, key, pairs);
    }
    return pairs;
  }

  /** Between what both begin and end with: the first like behind the last one that was found. */
  private static <T> void search(
      List<T> old, List<T> now, int first, int last, Function<T, Object> key, int[] pairs) {
    Map<Object, Deque<Integer>> where = new HashMap<>();
    for (int i = first; i < old.size() - last; i++) {
      where.computeIfAbsent(key.apply(old.get(i)), k -> new ArrayDeque<>()).add(i);
    }
    int behind = -1;
    for (int i = first; i < now.size() - last && !where.isEmpty(); i++) {
      Deque<Integer> likes = where.get(key.apply(now.get(i)));
      @Nullable Integer at = likes == null ? null : likes.poll();
      while (at != null && likes != null && at < behind) {
        at = likes.poll();
      }
      if (at != null) {
        pairs[i] = at;
        behind = at;
      }
    }
  }
}
