package org.vmn.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

/** What fills the start-up cache does what an editor does, and is nobody else's business. */
class TrainTest {

  @Test
  void checksAFileAndServesAnEditor() {
    Cli.Run run = Cli.run("train", "../dsl.ide/src/dist/training.vmn");
    assertEquals(0, run.status(), run.err());
  }

  @Test
  void noHelpNamesIt() {
    assertFalse(Cli.run("help").out().contains("train "));
  }
}
