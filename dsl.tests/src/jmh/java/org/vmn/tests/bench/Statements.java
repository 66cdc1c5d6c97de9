package org.vmn.tests.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Networks of any length, with every tenth statement of another kind: segments, machines with
 * programs, groups, rules, assertions. Names are unique for each part, so that parts may be files.
 */
final class Statements {
  private static final int KINDS = 10;

  private Statements() {}

  /** A file of about so many statements that declares a network. */
  static String network(int statements) {
    return "network bench\n" + part("", 0, statements / KINDS);
  }

  /**
   * A network in one file, {@code root.vmn}, or in that and so many files that it imports; each of
   * these imports a name from the one before.
   *
   * @return how many bytes were written
   */
  static long write(Path folder, int statements, int files) throws IOException {
    if (files == 1) {
      return write(folder, "root", network(statements));
    }
    long bytes = 0;
    int segments = Math.max(1, statements / files / KINDS);
    StringBuilder root = new StringBuilder("network bench\n");
    for (int i = 0; i < files; i++) {
      String part = part("f" + i, i * segments, segments);
      if (i > 0) {
        String before = "f" + (i - 1) + "s" + (i - 1) * segments + "-web";
        part =
            "import part%1$d.{%2$s}\n%3$sgroup f%4$d-before = %2$s\n"
                .formatted(i - 1, before, part, i);
      }
      bytes += write(folder, "part" + i, part);
      root.append("import part").append(i).append('\n');
    }
    return bytes + write(folder, "root", root.toString());
  }

  /**
   * A network of few lines that says the same again and again: four statements and a template with
   * other arguments each time.
   */
  static long repeat(Path folder, int times) throws IOException {
    String text =
        """
        network bench
        template node(size: memory, name: text) { memory size; runs app on 8080/tcp; label what "${name}" }
        segment lan { subnet 10.0.0.0/8 }
        for i in 1..%d {
          vm web-${i} : node(size = 1 GiB * min(i, 100), name = "n${i}") { nic lan; cpu 2 }
          vm db-${i} { nic lan; memory 2 GiB; runs store-${i} on 5432/tcp }
          allow web-${i} -> db-${i} : store-${i}
          group both-${i} = web-${i}, db-${i}
        }
        """;
    return write(folder, "root", text.formatted(times / 4));
  }

  private static long write(Path folder, String file, String text) throws IOException {
    Files.writeString(folder.resolve(file + ".vmn"), text);
    return text.length();
  }

  /**
   * @param prefix of all names
   * @param first the number of the first segment: each has a subnet of its own
   * @param segments how many, of ten statements each
   */
  private static String part(String prefix, int first, int segments) {
    StringBuilder text = new StringBuilder();
    for (int i = first; i < first + segments; i++) {
      String s = prefix + "s" + i;
      text.append(
          """
          segment %1$s { subnet 10.%2$d.%3$d.%4$d/26 }
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
              .formatted(s, i >> 10, i >> 2 & 255, (i & 3) << 6));
    }
    return text.toString();
  }
}
