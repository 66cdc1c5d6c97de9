package org.vmn.generator.emit;

import java.util.List;

/**
 * What a folder of output holds and what it was made from: its file {@code manifest.json}, written
 * last. All digests are SHA-256 in lower-case hexadecimal.
 *
 * @param files in the order of emission, the manifest itself not among them
 */
public record Manifest(Head head, List<Entry> files) {
  /** The manifest's file in the output folder. */
  public static final String FILE = "manifest.json";

  /** What says that a manifest is VMN's. */
  static final String FORMAT = "vmn-manifest";

  /** Rises when a reader of the former one would misunderstand. */
  static final int VERSION = 1;

  public Manifest {
    files = List.copyOf(files);
  }

  /**
   * What is known before anything is emitted.
   *
   * @param tool the version of VMN
   * @param network the network's name
   * @param sources the root file first
   */
  public record Head(String tool, String network, List<Source> sources) {
    public Head {
      sources = List.copyOf(sources);
    }

    /** The digest of all sources: of their digests, 32 bytes each, one after the other. */
    public String digest() {
      Digest all = new Digest();
      sources.forEach(source -> all.add(Digest.bytes(source.sha256())));
      return all.hex();
    }
  }

  /**
   * A source file.
   *
   * @param path as in the network's sources
   */
  public record Source(String path, String sha256) {
    public static Source of(String path, byte[] content) {
      return new Source(path, new Digest().add(content).hex());
    }
  }

  /**
   * A file of the output.
   *
   * @param path relative to the output folder, with {@code /}
   * @param size bytes
   */
  public record Entry(String path, long size, String sha256, boolean executable) {
    static Entry of(Artifact file) {
      String sha256 = new Digest().add(file.content()).hex();
      return new Entry(file.path(), file.content().length, sha256, file.executable());
    }
  }
}
