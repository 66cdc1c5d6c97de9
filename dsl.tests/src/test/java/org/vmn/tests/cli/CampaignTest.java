package org.vmn.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code vmn simulate} with many runs. */
class CampaignTest {
  private static final String TEXT =
      """
      network shop
      segment lan { subnet 10.0.0.0/24 }
      vm web[2] { nic lan; runs shop on 80/tcp }
      vm c { nic lan }
      balancer www on 10.0.0.100:80/tcp -> web : shop
      scenario rush {
        for 10 s
        load c -> www { 200 req/s }
        expect loss www < 10 %
      }
      """;

  @TempDir private Path folder;

  private Cli.Run simulate(String... more) throws IOException {
    Path file = folder.resolve("shop.vmn");
    Files.writeString(file, TEXT);
    Object[] arguments = new String[more.length + 2];
    arguments[0] = "simulate";
    arguments[1] = file.toString();
    System.arraycopy(more, 0, arguments, 2, more.length);
    return Cli.run(arguments);
  }

  @Test
  void givesIntervals() throws IOException {
    Cli.Run said = simulate("--runs", "4");
    assertEquals(0, said.status(), said.err());
    assertTrue(said.out().contains("rush: 4 runs"), said.out());
    assertTrue(said.out().contains(" ± "), said.out());
    assertTrue(said.out().contains("passed  loss www < 10 %  (met in all)"), said.out());
  }

  /** Half of the requests are lost for as long as the balancer hasn't noticed. */
  @Test
  void showsWhichFailureBreaksWhat() throws IOException {
    Path csv = folder.resolve("what-if.csv");
    Cli.Run said = simulate("--failures", "single", "--csv", csv.toString());
    assertEquals(1, said.status(), said.err());
    assertTrue(said.out().contains("FAILED  loss www < 10 %"), said.out());
    assertTrue(Files.readString(csv).startsWith("scenario,variant,figure,runs,mean"));
    assertTrue(Files.readString(csv).contains("\"rush\",\"web[1]\",\"www loss\",1,"));
  }

  @Test
  void givesTheSameOnAnyNumberOfThreads() throws IOException {
    String[] one = {"--runs", "3", "--random-failures", "2", "--format", "json", "--threads", "1"};
    String[] four = one.clone();
    four[7] = "4";
    assertEquals(simulate(one).out(), simulate(four).out());
  }

  @Test
  void refusesWhatWouldTakeForever() throws IOException {
    Cli.Run said = simulate("--runs", "1000000");
    assertEquals(2, said.status());
    assertTrue(said.err().contains("the most is 100000 runs"), said.err());
  }
}
