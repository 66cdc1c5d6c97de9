package org.vmn.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code vmn explain} leaves out nothing that a source says, seldom as it is said. */
class ParticularsShownTest {
  private static final String TEXT =
      """
      network n
      host h[2] { cpu 16; memory 64 GiB; uplink e { native 110; bond e1, e2 } }
      switch storage on h[*].e
      segment office { vlan 20; on h[*].e; switch storage; subnet 10.9.0.0/24; isolated }
      segment lan {
        subnet 10.9.1.0/24
        dhcp { range 10.9.1.100 .. 10.9.1.120; lease 30 min }
        dns { server 10.9.1.2; domain "lan.example" }
      }
      router edge { ports lan; hairpin }
      vm app {
        cpu 4; memory 4 GiB; nic lan; numa 2; hugepages 2 MiB; pinning 4..7; on h[1]
        package nginx; file "/etc/motd" content "hi\\n"
        runs shop on 80/tcp {
          demand 2 ms; queue 100; check tcp every 5 s
          calls store : base { times 2; timeout 2 s; retries 1 }
        }
      }
      vm store { nic lan { priority 5; mirror ids; trunk office }; runs base on 5432/tcp }
      vm ids { nic lan }
      """;

  @TempDir private Path folder;

  @Test
  void isCompleteAndMarksDefaults() throws IOException {
    Path file = Files.writeString(folder.resolve("n.vmn"), TEXT);
    String said = Cli.run("explain", "--no-prove", file).out();
    int from = said.indexOf("What programs do");
    assertEquals(
        """
        What programs do
          program     time of a request  at a time  waiting        health            asks
          app.shop    2 ms               4 *        at most 100    by tcp every 5 s  base of store 2 times, given up after 2 s, 1 more try
          store.base  1 ms *             1 *        at most 511 *

        What else is said
          h[*].e             is a bond of e1, e2
          h[*].e             carries VLAN 110 without a tag
          office             isolated: its machines don't reach one another on it
          office             is on switch storage
          lan                DHCP gives out 10.9.1.100 .. 10.9.1.120, for 30 min
          lan                names are asked of 10.9.1.2; the domain is lan.example
          edge               hairpin: machines behind it reach one another by outside addresses too
          app                sees 2 NUMA nodes
          app                is bound to processors 4, 5, 6, 7 of its host
          app                its memory has pages of 2 MiB
          app                gets packages nginx
          app                gets files /etc/motd
          store.nic1         all that passes it is copied to ids
          store.nic1         sends with priority 5 of 0 to 7
          store.nic1.office  comes tagged on adapter nic1
        """,
        said.substring(from, said.indexOf("\n\n", said.indexOf("What else")) + 1));
  }
}
