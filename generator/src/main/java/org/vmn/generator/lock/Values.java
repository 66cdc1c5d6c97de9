package org.vmn.generator.lock;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vmn.runtime.value.IpRange;
import org.vmn.runtime.value.Mac;
import org.vmn.runtime.value.Prefix;

/** Values of facts as they are written. Reading throws {@link IllegalArgumentException}. */
public final class Values {
  private static final int MOST_VNI = 0xff_ffff;

  private Values() {}

  public static List<IpRange> ranges(String value) {
    return Stream.of(value.split(",", -1)).map(IpRange::parse).toList();
  }

  public static String ranges(List<IpRange> ranges) {
    return ranges.stream().map(IpRange::toString).collect(Collectors.joining(","));
  }

  public static Mac mac(String value) {
    return Mac.parse(value);
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
