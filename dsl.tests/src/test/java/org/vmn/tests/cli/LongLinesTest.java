package org.vmn.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A line that is cut is shown again where another of its parts is pointed at. */
class LongLinesTest {
  @TempDir private Path folder;

  @Test
  void marksStandUnderWhatTheyMean() throws IOException {
    String rules = "allow any -> b : 22/tcp; " + "allow b -> any : 1/tcp; ".repeat(6);
    Path file =
        Files.writeString(
            folder.resolve("n.vmn"),
            """
            network n
            segment lan { subnet 10.0.0.0/24 }
            segment wan { subnet 192.0.2.0/24 }
            router r { ports lan, wan }
            vm b { nic lan }
            firewall f on r { %sdeny any -> b : 22/tcp }
            """
                .formatted(rules));
    List<String> lines =
        Cli.run("check", file)
            .err()
            .lines()
            .dropWhile(l -> !l.contains("this `deny` is never reached"))
            .toList();
    int at = 3;
    assertEquals("allow any -> b : 22/tcp", under(lines.get(at), lines.get(at + 1), '-'));
    assertEquals("deny any -> b : 22/tcp", under(lines.get(at + 2), lines.get(at + 3), '^'));
  }

  private static String under(String line, String marks, char mark) {
    return line.substring(marks.indexOf(mark), 1 + marks.lastIndexOf(mark));
  }
}
