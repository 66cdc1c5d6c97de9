package org.vmn.runtime.network;

import java.util.List;

/** A named set of targets that artifacts are made for. */
public record Deployment(String name, List<Target> targets, Origin origin) {
  /** What can be deployed on. */
  public enum Target {
    LIBVIRT,
    OVS
  }

  public Deployment {
    targets = List.copyOf(targets);
  }
}
