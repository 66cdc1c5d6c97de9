package org.vmn.tests.mutation;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Of programs that go wrong, at least 95 of 100 are told so on the line that went wrong. */
class MutationTest {
  private static final double LEAST = 0.95;

  @Test
  void saysWhereItWentWrong() {
    run(1500, 1, Duration.ofMinutes(5));
  }

  /** {@code -Dmutants=1000} makes another number. */
  @Test
  @Tag("slow")
  void saysWhereItWentWrongAHundredThousandTimes() {
    run(Integer.getInteger("mutants", 100_000), 2, Duration.ofHours(2));
  }

  /** Neither throws nor hangs. */
  private static void run(int count, long seed, Duration most) {
    Mutants mutants = new Mutants();
    assertTimeoutPreemptively(most, () -> mutants.make(count, seed));
    System.getLogger(MutationTest.class.getName())
        .log(System.Logger.Level.INFO, "\n" + mutants.report());
    assertTrue(mutants.programs().size() > 50, "programs");
    assertTrue(mutants.found() >= LEAST, mutants::report);
  }
}
