package org.vmn.runtime.network;

import java.util.List;

/** What is put on a machine when it first starts. */
public record Provision(List<File> files, List<String> packages) {

  public static final Provision NOTHING = new Provision(List.of(), List.of());

  public Provision {
    files = List.copyOf(files);
    packages = List.copyOf(packages);
  }

  /**
   * @param path absolute, on the machine
   * @param mode permissions, such as 0644 written in octal: 420
   */
  public record File(String path, String content, int mode, Origin origin) {}
}
