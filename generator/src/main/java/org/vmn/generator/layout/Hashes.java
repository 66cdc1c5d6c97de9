package org.vmn.generator.layout;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Identifiers that are functions of what they stand for. */
public final class Hashes {
  private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

  private Hashes() {}

  /** The first 64 bits of the SHA-256 of a text. */
  public static long bits(String text) {
    return ByteBuffer.wrap(sha256(text)).getLong();
  }

  /**
   * The first {@code length} (up to 12) digits of a text's hash, in lower-case base 32 (RFC 4648).
   */
  public static String base32(String text, int length) {
    long bits = bits(text);
    StringBuilder out = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      out.append(BASE32.charAt((int) (bits >>> 59 - 5 * i) & 31));
    }
    return out.toString();
  }

  /** A UUID of version 8 (RFC 9562): custom, here from SHA-256. */
  public static UUID uuid(String text) {
    ByteBuffer hash = ByteBuffer.wrap(sha256(text));
    long high = hash.getLong() & ~0xf000L | 0x8000L;
    long low = hash.getLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
