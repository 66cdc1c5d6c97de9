package org.vmn.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code vmn simulate --sweep}. */
class SweepTest {
  private static final String TEXT =
      """
      network shop
      var pace: requests = 200 req/s
      var size: memory = 2 GiB
      segment lan { subnet 10.0.0.0/24 }
      vm web[2] { memory size; nic lan; runs shop on 80/tcp }
      vm c { nic lan }
      balancer www on 10.0.0.100:80/tcp -> web : shop
      scenario rush {
        for 5 s
        load c -> www { pace }
        expect p99 latency www < 20 ms
      }
      """;

  @TempDir private Path folder;

  private Cli.Run simulate(Object... more) throws IOException {
    Path file = folder.resolve("shop.vmn");
    Files.writeString(file, TEXT);
    Object[] arguments = new Object[more.length + 2];
    arguments[0] = "simulate";
    arguments[1] = file;
    System.arraycopy(more, 0, arguments, 2, more.length);
    return Cli.run(arguments);
  }

  private static List<String> rows(Cli.Run said) {
    return said.out().lines().filter(l -> l.contains("=")).toList();
  }

  @Test
  void makesARowOfEachCombination() throws IOException {
    Cli.Run said =
        simulate("--sweep", "web.count=1..3", "--sweep", "pace=100..500..400 req/s", "--runs", "2");
    assertEquals(0, said.status(), said.err());
    List<String> rows = rows(said);
    assertEquals(6, rows.size(), said.out());
    assertTrue(rows.get(0).startsWith("web.count=1, pace=100 req/s  "), said.out());
    assertTrue(rows.get(5).startsWith("web.count=3, pace=500 req/s  "), said.out());
    assertTrue(rows.get(5).contains(" ± "), said.out());
  }

  /** What is swept is really another network: one machine is busier than three. */
  @Test
  void changesWhatIsSimulated() throws IOException {
    Cli.Run one = simulate("--sweep", "web.count=1", "--format", "json");
    Cli.Run set = simulate("--set", "web.count=1", "--runs", "1", "--csv", folder.resolve("c.csv"));
    assertEquals(0, set.status(), set.err());
    Cli.Run three = simulate("--sweep", "web.count=3", "--format", "json");
    assertTrue(mean(one) > mean(three), one.out() + three.out());
  }

  private static double mean(Cli.Run said) {
    String after = said.out().substring(said.out().indexOf("www latency mean"));
    return Double.parseDouble(after.replaceAll("(?s).*?\"mean\": ([0-9.eE-]+).*", "$1"));
  }

  @Test
  void givesTheSameOnAnyNumberOfThreads() throws IOException {
    Path one = folder.resolve("one.csv");
    Path two = folder.resolve("two.csv");
    simulate("--sweep", "web.count=1..4", "--runs", "3", "--threads", "1", "--csv", one);
    simulate("--sweep", "web.count=1..4", "--runs", "3", "--threads", "2", "--csv", two);
    assertEquals(Files.readString(one), Files.readString(two));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "web.count     | is no sweep",
        "=1..3         | is no sweep",
        "pace=1..3..0  | steps of 0",
        "pace=1..9999  | more than 1000 values",
        "size=1 GiB..3 MiB | has two units, GiB and MiB",
        "pace=1,,2     | an empty value",
        "wbe.count=1..2 | there is no vm or host `wbe`; did you mean `web.count`?",
        "web=1..3      | `web.count=3` sets how many there are",
        "web.cpu=1..2  | `web.cpu` can't be set",
        "web.count=0..2 | a number from 1",
        "sise=1..3 GiB | there is no variable `sise` to set; did you mean `size`?",
      })
  void saysWhatIsWrong(String sweep, String message) throws IOException {
    Cli.Run said = simulate("--sweep", sweep.strip());
    assertTrue(said.status() == 1 || said.status() == 2, "status " + said.status());
    assertTrue(said.err().contains(message.strip().replace("``", "`")), said.err());
  }

  @Test
  void refusesTooManyCombinations() throws IOException {
    Cli.Run said = simulate("--sweep", "web.count=1..200", "--sweep", "pace=1..200 req/s");
    assertEquals(2, said.status());
    assertTrue(said.err().contains("more than 10000 combinations"), said.err());
  }

  @Test
  void takesListsOfTexts() throws IOException {
    Cli.Run said = simulate("--sweep", "size=1 GiB, 2 GiB");
    assertEquals(2, rows(said).size(), said.out() + said.err());
  }
}
