package org.vmn.runtime.config;

/** What a configuration may cost to read. Past a limit it is refused at once. */
final class Limits {
  /** Of the text: 256 Mi. */
  static final long CHARACTERS = 256L << 20;

  /** Objects and array elements in sum, which bounds the memory that a network takes: 16 Mi. */
  static final int VALUES = 16 << 20;

  /** Characters of one string: 1 Mi. */
  static final int STRING = 1 << 20;

  /** Levels of nesting; a network has ten. */
  static final int NESTING = 32;

  /** Replicas of all machines in sum, and of all hosts (language, section 4, rule 11). */
  static final int REPLICAS = 1_000_000;

  private Limits() {}
}
