package org.vmn.runtime.value;

import java.util.ArrayList;
import java.util.List;

/** Reads and writes addresses as text: dotted quads, and IPv6 in the canonical form of RFC 5952. */
final class IpText {
  private IpText() {}

  static Ip parse(String text) {
    return text.indexOf(':') >= 0 ? parseV6(text) : parseV4(text);
  }

  private static Ip parseV4(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 4) {
      throw new IllegalArgumentException("`" + text + "` is not an address");
    }
    long bits = 0;
    for (String part : parts) {
      bits = bits << 8 | octet(part, text);
    }
    return Ip.v4(bits);
  }

  private static int octet(String part, String text) {
    boolean digits =
        !part.isEmpty() && part.length() <= 3 && part.chars().allMatch(c -> c >= '0' && c <= '9');
    int value = digits ? Integer.parseInt(part) : 256;
    if (value > 255) {
      throw new IllegalArgumentException(
          "`" + part + "` in `" + text + "` is not a number from 0 to 255");
    }
    return value;
  }

  private static Ip parseV6(String text) {
    int gap = text.indexOf("::");
    List<Integer> head = words(gap < 0 ? text : text.substring(0, gap), text);
    List<Integer> tail = gap < 0 ? List.of() : words(text.substring(gap + 2), text);
    int given = head.size() + tail.size();
    if (gap < 0 ? given != 8 : given > 7) {
      throw new IllegalArgumentException("`" + text + "` is not an IPv6 address of eight groups");
    }
    int[] words = new int[8];
    for (int i = 0; i < head.size(); i++) {
      words[i] = head.get(i);
    }
    for (int i = 0; i < tail.size(); i++) {
      words[8 - tail.size() + i] = tail.get(i);
    }
    return Ip.v6(join(words, 0), join(words, 4));
  }

  private static List<Integer> words(String part, String text) {
    List<Integer> words = new ArrayList<>();
    if (part.isEmpty()) {
      return words;
    }
    for (String word : part.split(":", -1)) {
      boolean hex =
          !word.isEmpty()
              && word.length() <= 4
              && word.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128);
      if (!hex) {
        throw new IllegalArgumentException(
            (word.isEmpty() ? "what stands between two `:`" : "`" + word + "`")
                + " in `"
                + text
                + "` is not a group of one to four hexadecimal digits");
      }
      words.add(Integer.parseInt(word, 16));
    }
    return words;
  }

  private static long join(int[] words, int from) {
    long bits = 0;
    for (int i = from; i < from + 4; i++) {
      bits = bits << 16 | words[i];
    }
    return bits;
  }

  static String format(Ip ip) {
    if (ip.isV4()) {
      long b = ip.low();
      return (b >> 24 & 255) + "." + (b >> 16 & 255) + "." + (b >> 8 & 255) + "." + (b & 255);
    }
    int[] words = new int[8];
    for (int i = 0; i < 8; i++) {
      words[i] = (int) ((i < 4 ? ip.high() : ip.low()) >>> 48 - 16 * (i % 4)) & 0xffff;
    }
    return compress(words);
  }

  /**
   * RFC 5952: the longest run of two or more zero groups, the first of equals, becomes {@code ::}.
   */
  private static String compress(int[] words) {
    int best = -1;
    int length = 1;
    for (int i = 0; i < 8; i++) {
      int end = i;
      while (end < 8 && words[end] == 0) {
        end++;
      }
      if (end - i > length) {
        best = i;
        length = end - i;
      }
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      if (i == best) {
        out.append("::");
        i += length - 1;
        continue;
      }
      if (!out.isEmpty() && out.charAt(out.length() - 1) != ':') {
        out.append(':');
      }
      out.append(Integer.toHexString(words[i]));
    }
    return out.toString();
  }
}
