package org.vmn.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What proofs are good for beside verdicts ends in time, and says that it isn't all. */
class PatienceTest {
  private static final String SOON = "0.000000001";

  @Test
  void whatThereIsInTimeIsNoPass() throws IOException {
    for (String product : new String[] {"--matrix", "--rules", "--cuts=1"}) {
      Cli.Run said = Cli.run("prove", product, "--time-limit", SOON, Cli.example("shop"));
      assertEquals(1, said.status(), product);
      assertTrue(said.err().contains("out of time: this is not all"), said.err());
    }
  }

  @Test
  void aDifferenceThatWasNotLookedForIsNotDenied() throws IOException {
    Path shop = Path.of(Cli.example("shop").toString());
    Path dmz = Path.of(Cli.example("dmz").toString());
    Cli.Run said = Cli.run("diff", "--time-limit", SOON, shop, dmz);
    assertEquals(1, said.status());
    assertEquals("", said.out());
    assertTrue(said.err().contains("out of time: this is not all"), said.err());
  }

  @Test
  void withTimeEnoughNothingIsLeftOut() throws IOException {
    Cli.Run said = Cli.run("prove", "--matrix", "--time-limit", "600", Cli.example("shop"));
    assertEquals(0, said.status());
    assertEquals("", said.err());
  }

  /** Little memory costs time, never an answer. */
  @Test
  void memoryIsALimit() throws IOException {
    Cli.Run usual = Cli.run("prove", Cli.example("dmz"));
    assertEquals(usual.out(), Cli.run("prove", "--memory-limit", "1", Cli.example("dmz")).out());
    for (String limit : new String[] {"--memory-limit", "--walk-limit", "--time-limit"}) {
      assertEquals(2, Cli.run("prove", limit, "-1", Cli.example("dmz")).status());
    }
  }
}
