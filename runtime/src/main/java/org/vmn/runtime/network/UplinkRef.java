package org.vmn.runtime.network;

/** An uplink of one host: {@code kvm[2].eno1}. */
public record UplinkRef(Ref host, String uplink) {

  /** Parses {@code kvm[2].eno1}. */
  public static UplinkRef parse(String text) {
    int dot = text.indexOf('.');
    if (dot < 0) {
      throw new IllegalArgumentException("`" + text + "` is not an uplink such as kvm[2].eno1");
    }
    return new UplinkRef(Ref.parse(text.substring(0, dot)), text.substring(dot + 1));
  }

  @Override
  public String toString() {
    return host + "." + uplink;
  }
}
