package org.vmn.runtime.prove.atoms;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpRange;
import org.vmn.runtime.value.IpSet;

/**
 * Both address families cut at every border that somebody named: atoms are numbered in ascending
 * order of address, IPv4 before IPv6, and cover everything.
 */
public final class AddressAtoms {
  private final long[] v4;
  private final Ip[] v6;

  private AddressAtoms(long[] v4, Ip[] v6) {
    this.v4 = v4;
    this.v6 = v6;
  }

  /** How many atoms. */
  public int size() {
    return v4.length + v6.length;
  }

  /** The atom that holds an address. */
  public int of(Ip ip) {
    if (ip.isV4()) {
      int at = Arrays.binarySearch(v4, ip.low());
      return at >= 0 ? at : -at - 2;
    }
    int at = Arrays.binarySearch(v6, ip);
    return v4.length + (at >= 0 ? at : -at - 2);
  }

  /** The lowest address of an atom. */
  public Ip first(int atom) {
    return atom < v4.length ? Ip.v4(v4[atom]) : v6[atom - v4.length];
  }

  /** The highest address of an atom. */
  public Ip last(int atom) {
    if (atom == v4.length - 1) {
      return Ip.highest(Ip.Family.V4);
    }
    return atom == size() - 1 ? Ip.highest(Ip.Family.V6) : first(atom + 1).previous();
  }

  /** Whether a range begins and ends at borders, so that it is a union of atoms. */
  public boolean aligned(IpRange range) {
    return first(of(range.first())).equals(range.first())
        && last(of(range.last())).equals(range.last());
  }

  /** Whether a set is a union of atoms. */
  public boolean aligned(IpSet set) {
    return set.ranges().stream().allMatch(this::aligned);
  }

  /** The atoms that a set touches. Those of an {@link #aligned} set are the set. */
  public AtomSet of(IpSet set) {
    List<IpRange> ranges = set.ranges();
    int[] bounds = new int[2 * ranges.size()];
    int n = 0;
    for (IpRange range : ranges) {
      int from = of(range.first());
      if (n > 0 && bounds[n - 1] >= from) {
        n--;
      } else {
        bounds[n++] = from;
      }
      bounds[n++] = of(range.last()) + 1;
    }
    return new AtomSet(n == bounds.length ? bounds : Arrays.copyOf(bounds, n));
  }

  /** Collects borders. */
  public static final class Builder {
    private long[] v4 = new long[1024];
    private int n = 1; // 0.0.0.0 begins the first atom.
    private final TreeSet<Ip> v6 = new TreeSet<>(List.of(Ip.lowest(Ip.Family.V6)));

    public Builder cut(IpRange range) {
      begin(range.first());
      if (!range.last().equals(Ip.highest(range.last().family()))) {
        begin(range.last().next());
      }
      return this;
    }

    public Builder cut(IpSet set) {
      set.ranges().forEach(this::cut);
      return this;
    }

    public Builder cut(Ip ip) {
      return cut(IpRange.of(ip));
    }

    private void begin(Ip ip) {
      if (ip.isV4()) {
        if (n == v4.length) {
          v4 = Arrays.copyOf(v4, 2 * n);
        }
        v4[n++] = ip.low();
      } else {
        v6.add(ip);
      }
    }

    public AddressAtoms build() {
      Arrays.sort(v4, 0, n);
      int unique = 0;
      for (int i = 0; i < n; i++) {
        if (i == 0 || v4[i] != v4[i - 1]) {
          v4[unique++] = v4[i];
        }
      }
      return new AddressAtoms(Arrays.copyOf(v4, unique), v6.toArray(Ip[]::new));
    }
  }
}
