package org.vmn.generator.emit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 in the making. */
final class Digest {
  private final MessageDigest digest;

  Digest() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  Digest add(byte[] content) {
    digest.update(content);
    return this;
  }

  /** In lower-case hexadecimal. Ends it. */
  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
