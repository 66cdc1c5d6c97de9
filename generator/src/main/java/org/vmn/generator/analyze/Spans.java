package org.vmn.generator.analyze;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpRange;
import org.vmn.runtime.value.IpSet;

/**
 * Numbered ranges of addresses, and which of them overlap another: found in a time that grows with
 * how many these are, and with the logarithm of how many there are.
 */
final class Spans {
  private record Span(IpRange range, int number) {}

  private final Span[] spans;

  /** The last address of all spans below one, and of itself, where the middle is above the rest. */
  private final Ip[] last;

  private final Ip[] ends;

  /**
   * @param sets each by the number that it is asked for with
   */
  Spans(List<List<IpSet>> sets) {
    List<Span> all = new ArrayList<>();
    for (int i = 0; i < sets.size(); i++) {
      for (IpSet set : sets.get(i)) {
        for (IpRange range : set.ranges()) {
          all.add(new Span(range, i));
        }
      }
    }
    all.sort(Comparator.comparing(span -> span.range().first()));
    spans = all.toArray(Span[]::new);
    ends = all.stream().map(span -> span.range().last()).sorted().toArray(Ip[]::new);
    last = new Ip[spans.length];
    if (spans.length > 0) {
      fill(0, spans.length);
    }
  }

  /** How many spans overlap any range of a set; one that does so twice counts twice. */
  long count(IpSet set) {
    long count = 0;
    for (IpRange range : set.ranges()) {
      count += begunBy(range.last()) - endedBefore(range.first());
    }
    return count;
  }

  /** The numbers of the spans that overlap a set, in no order, and some more than once. */
  void overlapping(IpSet set, IntConsumer out) {
    for (IpRange range : set.ranges()) {
      visit(0, spans.length, range, out);
    }
  }

  private void visit(int from, int to, IpRange range, IntConsumer out) {
    int middle = (from + to) >>> 1;
    if (from >= to || last[middle].compareTo(range.first()) < 0) {
      return;
    }
    visit(from, middle, range, out);
    Span span = spans[middle];
    if (span.range().first().compareTo(range.last()) <= 0) {
      if (span.range().last().compareTo(range.first()) >= 0) {
        out.accept(span.number());
      }
      visit(middle + 1, to, range, out);
    }
  }

  private Ip fill(int from, int to) {
    int middle = (from + to) >>> 1;
    Ip greatest = spans[middle].range().last();
    if (from < middle) {
      greatest = later(greatest, fill(from, middle));
    }
    if (middle + 1 < to) {
      greatest = later(greatest, fill(middle + 1, to));
    }
    last[middle] = greatest;
    return greatest;
  }

  private static Ip later(Ip one, Ip other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private int begunBy(Ip ip) {
    int from = 0;
    for (int to = spans.length; from < to; ) {
      int middle = (from + to) >>> 1;
      if (spans[middle].range().first().compareTo(ip) <= 0) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  private int endedBefore(Ip ip) {
    int from = 0;
    for (int to = ends.length; from < to; ) {
      int middle = (from + to) >>> 1;
      if (ends[middle].compareTo(ip) < 0) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }
}
