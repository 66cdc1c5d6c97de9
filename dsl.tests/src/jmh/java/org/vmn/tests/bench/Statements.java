package org.vmn.tests.bench;

/**
 * Networks of any length, with every tenth statement of another kind: segments, machines with
 * programs, groups, rules, assertions. Names are unique for each part, so that parts may be files.
 */
final class Statements {
  private static final int KINDS = 10;

  private Statements() {}

  /** A file of about so many statements that declares a network. */
  static String network(int statements) {
    return "network bench\n" + part("", statements);
  }

  /**
   * @param prefix of all names
   */
  static String part(String prefix, int statements) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < statements / KINDS; i++) {
      String s = prefix + "s" + i;
      text.append(
          """
          segment %1$s { subnet 10.%2$d.%3$d.0/24 }
          vm %1$s-web { cpu 2; nic %1$s; runs %1$s-shop on 8080/tcp }
          vm %1$s-db { memory 4 GiB; nic %1$s; runs %1$s-store on 5432/tcp { demand 2 ms } }
          vm %1$s-probe { nic %1$s { rate 1 Gbps } }
          group %1$s-tier = %1$s-web, %1$s-db
          service %1$s-port = 8443/tcp, 8000..8010/udp
          allow %1$s-web -> %1$s-db : %1$s-store
          allow %1$s-probe -> %1$s-tier : %1$s-port, icmp
          deny %1$s-probe -> %1$s-db : 22/tcp
          assert %1$s-web reaches %1$s-db on %1$s-store
          """
              .formatted(s, i / 256 % 256, i % 256));
    }
    return text.toString();
  }
}
