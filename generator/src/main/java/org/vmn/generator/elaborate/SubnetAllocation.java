package org.vmn.generator.elaborate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.emf.ecore.EObject;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Fix;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.dsl.vmn.Pool;
import org.vmn.dsl.vmn.Segment;
import org.vmn.dsl.vmn.SubnetTerm;
import org.vmn.dsl.vmn.Subnets;
import org.vmn.generator.lock.Fact;
import org.vmn.generator.lock.Values;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.Prefix;

/**
 * Gives each segment its subnets. Those that are written come first; then each use of a pool, in
 * order, takes the next slice that overlaps none. A segment without any takes one from a pool of
 * VMN's own.
 */
final class SubnetAllocation {
  private static final Prefix DEFAULT_POOL = Prefix.parse("10.64.0.0/10");
  private static final int DEFAULT_LENGTH = 24;

  /** How many subnets in a row may be taken before nothing better is proposed. */
  private static final int MOST_TRIES = 1000;

  private final Context context;
  private final TreeMap<Ip, Taken> taken = new TreeMap<>();
  private final Map<Object, Ip> next = new HashMap<>();
  private final Set<Object> exhausted = new HashSet<>();
  private final Map<String, Prefix> kept = new HashMap<>();

  private record Taken(Prefix prefix, String segment, Origin origin) {}

  SubnetAllocation(Context context) {
    this.context = context;
  }

  Map<Segment, List<Prefix>> allocate() {
    List<Segment> segments = context.all(Segment.class).toList();
    Map<SubnetTerm, Prefix> found = new HashMap<>();
    for (Segment segment : segments) {
      for (SubnetTerm term : terms(segment)) {
        if (term.getPrefix() != null) {
          Prefix prefix = Prefix.parse(term.getPrefix());
          found.put(term, prefix);
          claim(segment, prefix, context.origin(term));
        }
      }
    }
    segments.forEach(this::keep);
    Map<Segment, List<Prefix>> subnets = new LinkedHashMap<>();
    for (Segment segment : segments) {
      subnets.put(segment, subnets(segment, found));
    }
    return subnets;
  }

  /** Holds the slices that a segment had before, where they still belong to its pools. */
  private void keep(Segment segment) {
    List<Pool> pools =
        terms(segment).stream().map(SubnetTerm::getPool).filter(pool -> pool != null).toList();
    if (terms(segment).isEmpty()) {
      keep(segment, key(segment, null, 1), DEFAULT_POOL, DEFAULT_LENGTH);
    }
    for (int i = 0; i < pools.size(); i++) {
      Pool pool = pools.get(i);
      int time = 1 + (int) pools.subList(0, i).stream().filter(pool::equals).count();
      keep(
          segment,
          key(segment, pool, time),
          Prefix.parse(pool.getPrefix()),
          Integer.parseInt(pool.getLength()));
    }
  }

  private void keep(Segment segment, String key, Prefix pool, int length) {
    for (String value : context.choices().kept(Fact.Kind.SUBNET, key)) {
      Prefix slice = Values.prefix(value);
      if (slice.length() == length
          && pool.contains(slice.address())
          && overlapping(slice) == null) {
        taken.put(slice.first(), new Taken(slice, segment.getName(), context.origin(segment)));
        kept.put(key, slice);
        return;
      }
    }
  }

  private static String key(Segment segment, @Nullable Pool pool, int time) {
    return segment.getName()
        + (pool == null ? "" : "." + pool.getName())
        + (time == 1 ? "" : "#" + time);
  }

  private List<Prefix> subnets(Segment segment, Map<SubnetTerm, Prefix> written) {
    List<Prefix> subnets = new ArrayList<>();
    Map<Pool, Integer> times = new HashMap<>();
    for (SubnetTerm term : terms(segment)) {
      Prefix prefix = written.get(term);
      Pool pool = term.getPool();
      if (prefix == null && pool != null) {
        String key = key(segment, pool, times.merge(pool, 1, Integer::sum));
        prefix = kept.get(key);
        if (prefix == null) {
          prefix = slice(segment, pool, context.origin(term));
        }
        chose(key, prefix);
      }
      if (prefix != null) {
        subnets.add(prefix);
      }
    }
    if (terms(segment).isEmpty()) {
      String key = key(segment, null, 1);
      Prefix prefix = kept.get(key);
      if (prefix == null) {
        prefix =
            slice(segment, DEFAULT_POOL, DEFAULT_LENGTH, DEFAULT_POOL, context.origin(segment));
      }
      chose(key, prefix);
      if (prefix != null) {
        subnets.add(prefix);
      }
    }
    return subnets;
  }

  private void chose(String key, @Nullable Prefix prefix) {
    if (prefix != null) {
      context.choices().chose(Fact.Kind.SUBNET, key, prefix.toString());
    }
  }

  private static List<SubnetTerm> terms(Segment segment) {
    return Context.properties(segment.getProperties(), Subnets.class).stream()
        .flatMap(s -> s.getTerms().stream())
        .toList();
  }

  private @Nullable Prefix slice(Segment segment, Pool pool, Origin origin) {
    Prefix slice =
        slice(
            segment,
            Prefix.parse(pool.getPrefix()),
            Integer.parseInt(pool.getLength()),
            pool,
            origin);
    if (slice == null) {
      context.report(
          Problem.of(
                  Code.POOL_FULL,
                  origin,
                  "pool `"
                      + pool.getName()
                      + "` has no free /"
                      + pool.getLength()
                      + " left for `"
                      + segment.getName()
                      + "`")
              .label(context.origin((EObject) pool), "all of " + pool.getPrefix() + " is taken")
              .help("widen the pool, or split it into smaller slices"));
    }
    return slice;
  }

  private @Nullable Prefix slice(
      Segment segment, Prefix pool, int length, Object key, Origin origin) {
    Ip at = next.getOrDefault(key, pool.first());
    while (pool.contains(at) && !exhausted.contains(key)) {
      Prefix slice = Prefix.around(at, length);
      Taken other = overlapping(slice);
      Ip last =
          other == null || other.prefix().length() >= length ? slice.last() : other.prefix().last();
      at = last.next();
      next.put(key, at);
      if (last.compareTo(pool.last()) >= 0) {
        exhausted.add(key);
      }
      if (other == null) {
        taken.put(slice.first(), new Taken(slice, segment.getName(), origin));
        return slice;
      }
    }
    return null;
  }

  private void claim(Segment segment, Prefix prefix, Origin origin) {
    Taken other = overlapping(prefix);
    if (other == null) {
      taken.put(prefix.first(), new Taken(prefix, segment.getName(), origin));
      return;
    }
    Prefix shared = prefix.length() > other.prefix().length() ? prefix : other.prefix();
    context.report(
        Problem.of(
                Code.OVERLAPPING_SUBNETS,
                origin,
                "subnets of `" + other.segment() + "` and `" + segment.getName() + "` overlap")
            .label(other.origin(), "`" + other.segment() + "` is " + other.prefix().range())
            .label(origin, "shares " + count(shared) + " with `" + other.segment() + "`")
            .help(next(prefix) + ", or let a `pool` choose")
            .fix(Fix.guess("write the next free one", origin, free(prefix).toString())));
  }

  private String next(Prefix prefix) {
    return "the next free /" + prefix.length() + " is " + free(prefix);
  }

  /** The next of its length that overlaps nothing so far; itself where none is left. */
  private Prefix free(Prefix prefix) {
    Ip at = prefix.first();
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      Prefix candidate = Prefix.around(at, prefix.length());
      Taken other = overlapping(candidate);
      if (other == null) {
        return candidate;
      }
      at = (other.prefix().length() < prefix.length() ? other.prefix() : candidate).last().next();
    }
    return prefix;
  }

  private static String count(Prefix prefix) {
    long size = prefix.range().size();
    return size == 1
        ? "an address"
        : size == Long.MAX_VALUE ? "all of " + prefix : size + " addresses";
  }

  private @Nullable Taken overlapping(Prefix prefix) {
    Map.Entry<Ip, Taken> before = taken.floorEntry(prefix.last());
    return before != null && before.getValue().prefix().overlaps(prefix) ? before.getValue() : null;
  }
}
