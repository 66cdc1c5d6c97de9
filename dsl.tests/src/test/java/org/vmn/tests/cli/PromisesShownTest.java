package org.vmn.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code vmn explain} says of hosts that promise more than they have. */
class PromisesShownTest {
  @TempDir private Path folder;

  private String explain(String overcommit) throws IOException {
    String text =
        """
        network oc
        host kvm[3] { cpu 16; memory 64 GiB%s; uplink e }
        host spare { cpu 4; uplink e }
        overlay o vxlan
        segment lan in o { subnet 10.0.0.0/24 }
        vm web[10] { cpu 8; memory 20 GiB; nic lan; spread host; on kvm[*] }
        vm odd { nic lan; on spare }
        """
            .formatted(overcommit);
    Path file = Files.writeString(folder.resolve("oc.vmn"), text);
    return Cli.run("explain", "--no-prove", file).out();
  }

  /** Ten machines over three hosts are 4, 3 and 3: 32 cores and 80 GiB, 24 cores and 60 GiB. */
  @Test
  void sumsUpWhatEachHostCarries() throws IOException {
    String said = explain("; overcommit cpu 4, memory 1.5");
    int from = said.indexOf("What hosts promise");
    assertEquals(
        """
        What hosts promise
          host                  has  promises        carries    left
          kvm[1]     cpu         16        64  ×4         32      32
                     memory  64 GiB    96 GiB  ×1.5   80 GiB  16 GiB
          kvm[2..3]  cpu         16        64  ×4         24      40
                     memory  64 GiB    96 GiB  ×1.5   60 GiB  36 GiB
          kvm[1] carries guests with 32 on 16 processors: when all are busy, a guest gets 50 % of what it asks for.
          kvm[1] carries guests with 80 GiB on 64 GiB of memory: there is not enough when all fill theirs.
          Each of kvm[2..3] carries guests with 24 on 16 processors: when all are busy, a guest gets 66.7 % of what it asks for.
        """,
        said.substring(from, said.indexOf("\n\n", from) + 1));
  }

  @Test
  void saysNothingWhereWhatIsThereIsPromised() throws IOException {
    assertFalse(explain("").contains("What hosts promise"));
  }
}
