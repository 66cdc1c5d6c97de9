package org.vmn.tests.lab;

import java.util.Arrays;

/** A kind of object that libvirt keeps: its XML's root element, its schema, and virsh's verbs. */
public enum LibvirtKind {
  DOMAIN("domain", "domain", "define --validate", "undefine --nvram"),
  NETWORK("network", "network", "net-define --validate", "net-undefine"),
  POOL("pool", "storagepool", "pool-define --validate", "pool-undefine"),
  // Not validated by virsh: libvirt 9.0 answers "unsupported flags" to it.
  VOLUME("volume", "storagevol", "vol-create", "vol-delete"),
  NWFILTER("filter", "nwfilter", "nwfilter-define --validate", "nwfilter-undefine");

  private final String root;
  private final String schema;
  private final String define;
  private final String undefine;

  LibvirtKind(String root, String schema, String define, String undefine) {
    this.root = root;
    this.schema = schema;
    this.define = define;
    this.undefine = undefine;
  }

  /** The kind whose root element is {@code element}. */
  public static LibvirtKind ofRoot(String element) {
    return Arrays.stream(values())
        .filter(kind -> kind.root.equals(element))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException("libvirt has no kind with the root <" + element + ">"));
  }

  String schema() {
    return schema;
  }

  String define() {
    return define;
  }

  String undefine() {
    return undefine;
  }
}
