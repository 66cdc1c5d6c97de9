package org.vmn.generator.emit.ovs.flow;

import java.util.List;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Origin;

/**
 * What leads from a flow back to the source: 16 bits that say it is ours, the file's place in
 * {@link Network#sources()}, line and column. Lines and columns past what fits are cut to the
 * highest that does.
 *
 * @param file {@link #NO_FILE} for what no source says
 */
public record Cookie(int file, int line, int column) {
  public static final int NO_FILE = 0xffff;

  /** The upper 16 bits: "VM". */
  public static final int OURS = 0x564d;

  public static final Cookie NONE = new Cookie(NO_FILE, 0, 0);

  private static final int MOST_LINES = 0xf_ffff;
  private static final int MOST_COLUMNS = 0xfff;

  /** The cookie of an origin; {@code sources} as in {@link Network#sources()}. */
  public static Cookie of(Origin origin, List<String> sources) {
    int file = sources.indexOf(origin.file());
    if (!origin.isKnown() || file < 0 || file >= NO_FILE) {
      return NONE;
    }
    return new Cookie(
        file, Math.min(origin.line(), MOST_LINES), Math.min(origin.column(), MOST_COLUMNS));
  }

  /** Reads what {@link #bits} wrote. */
  public static Cookie parse(long bits) {
    if (!isOurs(bits)) {
      throw new IllegalArgumentException(
          "0x" + Long.toHexString(bits) + " is not a cookie of ours");
    }
    return new Cookie(
        (int) (bits >>> 32 & 0xffff),
        (int) (bits >>> 12 & MOST_LINES),
        (int) (bits & MOST_COLUMNS));
  }

  public static boolean isOurs(long bits) {
    return bits >>> 48 == OURS;
  }

  public long bits() {
    return (long) OURS << 48 | (long) file << 32 | (long) line << 12 | column;
  }

  @Override
  public String toString() {
    return "0x" + Long.toHexString(bits());
  }
}
