package org.vmn.generator.lock;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vmn.runtime.network.Placement;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.value.IpRange;
import org.vmn.runtime.value.Mac;
import org.vmn.runtime.value.Prefix;

/** Values of facts as they are written. Reading throws {@link IllegalArgumentException}. */
public final class Values {
  private static final int MOST_NUMBER = 0xffff;

  private static final int MOST_VNI = 0xff_ffff;

  private static final int MOST_REPLICAS = 1_000_000;
  private static final String HOST = "[A-Za-z_][A-Za-z0-9_-]{0,127}(\\[[1-9][0-9]{0,6}])?";

  private Values() {}

  /** The segment of {@code web.front#2}, who has addresses. */
  public static String segment(String owner) {
    String adapter = owner.substring(owner.lastIndexOf('.') + 1);
    int time = adapter.indexOf('#');
    return time < 0 ? adapter : adapter.substring(0, time);
  }

  public static List<IpRange> ranges(String value) {
    return Stream.of(value.split(",", -1)).map(IpRange::parse).toList();
  }

  public static String ranges(List<IpRange> ranges) {
    return ranges.stream().map(IpRange::toString).collect(Collectors.joining(","));
  }

  /**
   * {@code 4:kvm[1],kvm[2];1:kvm[1]}: how many replicas, dealt out over which hosts, block by
   * block.
   */
  public static Placement places(String value) {
    List<Placement.Block> blocks = new ArrayList<>();
    for (String block : value.split(";", -1)) {
      int colon = block.indexOf(':');
      int count = Integer.parseInt(block.substring(0, Math.max(0, colon)));
      List<Ref> hosts =
          Stream.of(block.substring(colon + 1).split(",", -1)).map(Values::host).toList();
      if (count < hosts.size()
          || count > MOST_REPLICAS
          || Set.copyOf(hosts).size() < hosts.size()) {
        throw new IllegalArgumentException("`" + block + "` is no block of replicas");
      }
      blocks.add(new Placement.Block(count, hosts));
    }
    return new Placement(blocks);
  }

  private static Ref host(String text) {
    if (!text.matches(HOST)) {
      throw new IllegalArgumentException("`" + text + "` is no host");
    }
    return Ref.parse(text);
  }

  public static String places(Placement placement) {
    return placement.blocks().stream()
        .map(b ->
            b.count()
                + ":"
                + b.hosts().stream().map(Ref::toString).collect(Collectors.joining(",")))
        .collect(Collectors.joining(";"));
  }

  /** {@code 1007,1000-1003}: numbers of 16 bits, in order, none twice. */
  public static List<Integer> numbers(String value) {
    Set<Integer> numbers = new LinkedHashSet<>();
    for (String range : value.split(",", -1)) {
      String[] ends = range.split("-", 2);
      int last = number(ends[ends.length - 1]);
      for (int number = number(ends[0]); number <= last; number++) {
        if (!numbers.add(number)) {
          throw new IllegalArgumentException("`" + number + "` stands twice");
        }
      }
    }
    return List.copyOf(numbers);
  }

  private static int number(String text) {
    int number = Integer.parseInt(text);
    if (number < 0 || number > MOST_NUMBER) {
      throw new IllegalArgumentException("`" + text + "` is not of 16 bits");
    }
    return number;
  }

  public static String numbers(List<Integer> numbers) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < numbers.size(); ) {
      int first = numbers.get(i);
      int run = 1;
      while (i + run < numbers.size() && numbers.get(i + run) == first + run) {
        run++;
      }
      text.append(text.isEmpty() ? "" : ",").append(first);
      if (run > 1) {
        text.append('-').append(first + run - 1);
      }
      i += run;
    }
    return text.toString();
  }

  public static Mac mac(String value) {
    Mac mac = Mac.parse(value);
    if (mac.isMulticast()) {
      throw new IllegalArgumentException("`" + value + "` is the address of a group");
    }
    return mac;
  }

  public static Prefix prefix(String value) {
    return Prefix.parse(value);
  }

  public static int vni(String value) {
    int vni = Integer.parseInt(value);
    if (vni < 1 || vni > MOST_VNI) {
      throw new IllegalArgumentException("`" + value + "` is not of 24 bits");
    }
    return vni;
  }
}
