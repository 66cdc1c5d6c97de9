package org.vmn.runtime.prove.atoms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vmn.runtime.prove.atoms.AtomicPredicates.Rule;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.Prefix;

class AtomicPredicatesTest {

  @Test
  void countsWhatPortsTellApart() {
    List<Rule> left =
        List.of(rule("0.0.0.0/0", "a"), rule("10.0.0.0/8", "b"), rule("10.1.0.0/16", "a"));
    List<Rule> right = List.of(rule("10.0.0.0/9", "c"));
    // Everything else; 10/9 without 10.1/16; 10.128/9; 10.1/16.
    assertEquals(4, AtomicPredicates.count(List.of(left, right)));
  }

  private static Rule rule(String prefix, String port) {
    return new Rule(Prefix.parse(prefix), List.of(port));
  }

  /**
   * The forwarding rules of two real networks, as the AP Verifier's authors published them: the
   * folder that holds {@code stanford.txt} and {@code internet2.txt} is the property {@code
   * vmn.fib}, without which the build leaves this out.
   */
  @Tag("data")
  @ParameterizedTest
  @CsvSource({"stanford, 494", "internet2, 216"})
  void findsAsManyAsThePapersSay(String network, int expected) throws IOException {
    String folder = System.getProperty("vmn.fib");
    Map<String, List<Rule>> tables = new TreeMap<>();
    for (String line : Files.readAllLines(Path.of(String.valueOf(folder), network + ".txt"))) {
      List<String> words = List.of(line.trim().split(" +"));
      Prefix prefix =
          Prefix.around(Ip.v4(Long.parseLong(words.get(1))), Integer.parseInt(words.get(2)));
      tables
          .computeIfAbsent(words.get(0), d -> new ArrayList<>())
          .add(new Rule(prefix, words.subList(3, words.size())));
    }
    assertEquals(expected, AtomicPredicates.count(tables.values()));
  }
}
