package org.vmn.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Private addresses are told of where they leave untranslated, and nowhere else. */
class PrivateSourcesTest {
  private static final String OFFICE =
      """
      network n
      segment lan { subnet 10.0.0.0/24 }
      segment wan { subnet 203.0.113.0/29 }
      external internet { on wan; gateway 203.0.113.1 }
      router gw { ports lan, wan; route 0.0.0.0/0 via internet; %s }
      vm pc { nic lan; %s }
      %s
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "'', '', '', true",
    "'', '', deny lan -> internet : 80/tcp, true",
    "'', '', policy default deny; allow pc -> internet : 80/tcp, true",
    "snat lan, '', '', false",
    "floating 203.0.113.3 -> pc, '', '', false",
    "'', quarantine, '', false",
    "'', '', deny lan -> internet, false",
    "'', '', policy default deny, false",
    "'', '', firewall f on gw { deny lan -> internet; default allow }, false"
  })
  void toldWhereTheyLeave(String ofRouter, String ofMachine, String policy, boolean told)
      throws IOException {
    Path file = folder.resolve("n.vmn");
    Files.writeString(
        file, OFFICE.formatted(ofRouter, ofMachine, policy.replace("deny; ", "deny\n")));
    assertEquals(told, Cli.run("check", file).err().contains("VMN3309"));
  }
}
