package org.vmn.runtime.simulate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.value.IpRange;

/**
 * Who sends a load's requests. Each request is sent by one of the set's places, all equally likely:
 * every replica is a place and so is every external; an external's address is even among those that
 * it has.
 */
final class Clients {
  private final List<Choice> choices = new ArrayList<>();
  private long hash;

  /** The addresses of one place: an end for each piece of them that is treated alike. */
  private static final class Choice {
    private final List<End> ends;
    private final double[] upTo;

    Choice(List<End> ends, double... upTo) {
      this.ends = List.copyOf(ends);
      this.upTo = upTo;
    }
  }

  void add(End end) {
    choices.add(new Choice(List.of(end), 1));
  }

  /**
   * @param pieces the addresses of each end
   */
  void add(List<End> ends, List<IpRange> pieces) {
    double[] upTo = new double[pieces.size()];
    double sum = 0;
    for (int i = 0; i < upTo.length; i++) {
      sum += size(pieces.get(i));
      upTo[i] = sum;
    }
    if (upTo.length > 0) {
      choices.add(new Choice(ends, upTo));
    }
  }

  /** Of IPv6 ranges too large for 64 bits, near enough. */
  private static double size(IpRange range) {
    double high = range.last().high() - range.first().high();
    return high * 0x1p64 + unsigned(range.last().low()) - unsigned(range.first().low()) + 1;
  }

  private static double unsigned(long bits) {
    return (bits >>> 1) * 2.0 + (bits & 1);
  }

  /** The one client there is, or null. */
  @Nullable End only() {
    return choices.isEmpty() ? null : choices.get(0).ends.get(0);
  }

  boolean isEmpty() {
    return choices.isEmpty();
  }

  /** Chooses who sends a request. */
  End pick(Randomness random) {
    int number = choices.size() == 1 ? 0 : random.below(choices.size());
    Choice choice = choices.get(number);
    List<End> ends = choice.ends;
    if (!ends.get(0).isOutside()) {
      hash = Randomness.mix(number);
      return ends.get(0);
    }
    double[] upTo = choice.upTo;
    double address = Math.floor(random.fraction() * upTo[upTo.length - 1]);
    hash = Randomness.mix(Randomness.mix(number) ^ Double.doubleToLongBits(address));
    int low = 0;
    int high = upTo.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (upTo[middle] <= address) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return ends.get(low);
  }

  /** A hash of the address of the client picked last. */
  long hash() {
    return hash;
  }
}
