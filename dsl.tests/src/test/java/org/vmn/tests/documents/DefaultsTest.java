package org.vmn.tests.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vmn.generator.compile.Compiler;
import org.vmn.generator.compile.Source;
import org.vmn.runtime.config.NetworkConfig;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.simulate.Options;
import org.vmn.runtime.simulate.Simulator;

/**
 * What the tables of the reference promise is what an empty declaration comes to. What a request
 * costs, and how long a queue is, the simulator decides: a network says that nothing was said.
 */
class DefaultsTest {
  private static final Path REFERENCE = Path.of("../dsl/docs/language");
  private static final Compiler COMPILER = new Compiler();

  /** A network in which the property stands where the mark is. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "machines.md|vm`, `template|cpu|vm a { nic lan; @ }",
        "machines.md|vm`, `template|memory|vm a { nic lan; @ }",
        "machines.md|nic|priority|vm a { nic lan { @ } }",
        "machines.md|calls|times|vm a { nic lan; runs p on 80/tcp { calls b : q { @ } } }",
        "machines.md|calls|request|vm a { nic lan; runs p on 80/tcp { calls b : q { @ } } }",
        "machines.md|calls|response|vm a { nic lan; runs p on 80/tcp { calls b : q { @ } } }",
        "machines.md|calls|timeout|vm a { nic lan; runs p on 80/tcp { calls b : q { @ } } }",
        "machines.md|calls|retries|vm a { nic lan; runs p on 80/tcp { calls b : q { @ } } }",
        "machines.md|scale|least|vm a[5] { nic lan; scale { @ } }",
        "machines.md|scale|above|vm a[5] { nic lan; scale { @ } }",
        "machines.md|scale|below|vm a[5] { nic lan; scale { @ } }",
        "machines.md|scale|boot|vm a[5] { nic lan; scale { @ } }",
        "machines.md|scale|cooldown|vm a[5] { nic lan; scale { @ } }",
        "machines.md|protect|every|vm a { nic lan; protect { @ } }",
        "machines.md|protect|rto|vm a { nic lan; protect { @ } }",
        "hardware.md|uplink|mtu|host m { uplink e { @ } }",
      })
  void areWhatIsComputed(String page, String section, String property, String declaration)
      throws Exception {
    String stated = property + " " + promised(page, section, property);
    assertEquals(
        network(declaration.replace("@", "")), network(declaration.replace("@", stated)), stated);
  }

  /**
   * What a promise in words comes to, said in the language. Some defaults are the simulator's: then
   * the networks differ and their simulations don't.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "claims.md|scenario|for|1 min|for 1 min|scenario s { @; load b -> b : q { 9 req/s } }",
        "claims.md|scenario|warmup|none|warmup 0 s|scenario s { for 9 s; @; load b -> b : q { 9"
            + " req/s } }",
        "claims.md|load|request|1 KiB|request 1 KiB|scenario s { for 9 s; load b -> b : q { 9"
            + " req/s; @ } }",
        "claims.md|load|response|10 KiB|response 10 KiB|scenario s { for 9 s; load b -> b : q { 9"
            + " req/s; @ } }",
        "claims.md|load|think|1 s|think 1 s|scenario s { for 9 s; load b -> b : q { 9 clients; @ }"
            + " }",
        "claims.md|load|timeout|1 s|timeout 1 s|scenario s { for 9 s; load b -> b : q { 9 req/s; @"
            + " } }",
        "claims.md|monitor|every|15 s|every 15 s|monitor m on b { @ }",
        "hardware.md|host|overcommit|once|overcommit cpu 1, memory 1|host m { cpu 8; memory 8 GiB;"
            + " @ }",
        "hardware.md|uplink|latency|0|latency 0 s|host m { uplink e { @ } }",
        "hardware.md|fabric|latency|0|latency 0 s|fabric f star over h[*].e { @ }",
        "hardware.md|fabric|loss|none|loss 0 %|fabric f star over h[*].e { @ }",
        "hardware.md|link|latency|0|latency 0 s|link h[1].e -- h[2].e { @ }",
        "hardware.md|link|loss|none|loss 0 %|link h[1].e -- h[2].e { @ }",
        "machines.md|image|format|qcow2|format qcow2|image i { source \"https://example.org/i\"; @"
            + " }",
        "machines.md|vm`, `template|disk|`root`, 10 GiB, Debian 12|disk root 10 GiB from"
            + " debian12|vm a { nic lan; @ }",
        "machines.md|vm`, `template|on|all|on h[*]|vm a { nic lan; @ }",
        "machines.md|nic|address|the lowest free ones|address 10.0.0.2|vm a { nic lan { @ } }",
        "machines.md|trunk|address|the lowest free ones|address 10.7.0.1|segment t { vlan 7; subnet"
            + " 10.7.0.0/24 } vm a { nic lan { trunk t { @ } } }",
        "machines.md|trunk|priority|0|priority 0|segment t { vlan 7; subnet 10.7.0.0/24 } vm a {"
            + " nic lan { trunk t { @ } } }",
        "machines.md|runs|demand|1 ms|demand 1 ms|vm a { nic lan; runs p on 80/tcp { @ } } scenario"
            + " s { load b -> a : p { 900 req/s } }",
        "machines.md|runs|concurrency|one a processor|concurrency 3|vm a { cpu 3; nic lan; runs p"
            + " on 80/tcp { demand 9 ms; @ } } scenario s { for 9 s; load b -> a : p { 400 req/s }"
            + " }",
        "machines.md|runs|queue|511, as nginx and Redis have it|queue 511|vm a { nic lan; runs p on"
            + " 80/tcp { demand 9 ms; @ } } scenario s { for 30 s; load b -> a : p { 400 req/s } }",
        "machines.md|runs|check|`tcp`, every 5 s|check tcp every 5 s|vm a { nic lan; runs p on"
            + " 80/tcp { @ } } scenario s { load b -> a : p { 4 req/s } at 20 s fail a }",
        "machines.md|scale|initial|`least`|initial 2|vm a[5] { nic lan; scale { least 2; @ } }",
        "machines.md|protect|rpo|`every`|rpo 15 min|vm a { nic lan; protect { @ } }",
        "machines.md|protect|to|all that don't carry it|to h[2]|vm a { nic lan; on h[1]; protect {"
            + " @ } }",
        "networks.md|segment|on|with `vlan`, the first of each host; else none|on h[*].e|segment s"
            + " { vlan 9; subnet 10.9.0.0/24; @ }",
        "networks.md|segment|mtu|the most that fits|mtu 1450|segment s in o { subnet 10.9.0.0/24; @"
            + " }",
        "networks.md|dhcp|lease|a day|lease 1 d|segment s { subnet 10.9.0.0/24; dhcp { @ } }",
        "networks.md|external|prefix|all that are neither in this network nor another external's"
            + " `prefix`|prefix 198.51.100.0/24|external x { on lan; gateway 10.0.0.9; prefix"
            + " 198.51.100.0/24; @ }",
        "networks.md|router|gateway|the first host on the wires of the external's segment, and no"
            + " other|gateway on h[1]|segment w { vlan 9; subnet 192.0.2.0/24; on h[*].e } external"
            + " x { on w; gateway 192.0.2.1 } router r { ports lan, w; route 0.0.0.0/0 via x; @ }",
        "networks.md|firewall|default|`deny`|default deny|router r { ports lan } firewall f on r {"
            + " allow any -> any; @ }",
        "networks.md|chain|fail-closed|it is so|fail-closed|segment s { subnet 10.9.0.0/24 } vm a {"
            + " nic s } router r { ports s, lan } chain c a -> b through b { @ }",
        "policy.md|balancer|round-robin|it is so|round-robin|balancer w on 10.0.0.200:81/tcp -> b :"
            + " q { @ }",
        "policy.md|balancer|check|what the targets' program says; else every 5 s|check tcp every 5"
            + " s|balancer w on 10.0.0.200:81/tcp -> b : q { @ }",
      })
  void areWhatTheWordsSay(
      String page, String section, String property, String promise, String said, String declaration)
      throws Exception {
    assertEquals(promise.replace("`", ""), promised(page, section, property));
    if (declaration.contains("scenario ")) {
      assertEquals(
          simulated(declaration.replace("@", "")), simulated(declaration.replace("@", said)), said);
    } else {
      assertEquals(
          network(declaration.replace("@", "")), network(declaration.replace("@", said)), said);
    }
  }

  /** Else two simulations would be alike whatever was said. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "demand 2 ms|vm a { nic lan; runs p on 80/tcp { @ } } scenario s { load b -> a : p { 900"
            + " req/s } }",
        "concurrency 2|vm a { cpu 3; nic lan; runs p on 80/tcp { demand 9 ms; @ } } scenario s {"
            + " for 9 s; load b -> a : p { 400 req/s } }",
        "queue 9|vm a { nic lan; runs p on 80/tcp { demand 9 ms; @ } } scenario s { for 30 s; load"
            + " b -> a : p { 400 req/s } }",
      })
  void otherValuesAreNoticed(String said, String declaration) throws Exception {
    assertNotEquals(
        simulated(declaration.replace("@", "")), simulated(declaration.replace("@", said)), said);
  }

  /** Nothing is there where nothing is said: no default that could be said in the language. */
  private static final Set<String> NOTHING =
      Set.of(
          "none",
          "not limited",
          "nothing",
          "nobody does",
          "not checked",
          "it may not",
          "it is not",
          "they do",
          "they don't",
          "none for those",
          "its own segments only",
          "they keep theirs",
          "once",
          "at once",
          "any",
          "as the host has it",
          "ordinary ones",
          "where there is room",
          "those of the shape",
          "a card of its own",
          "the host's own",
          "the segment itself",
          "it is on the segment itself",
          "asked for",
          "computed",
          "computed from the seed");

  /**
   * Where a value is computed of the rest of the network, by the tests that hold the computation.
   */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "from 172.31.0.0/16", // MachineTest, WiringTest
          "VLAN 1 for segments that are on it without a vlan; else all have a tag",
          "a slice of VMN's own pool",
          "no tag: the native VLAN of the uplinks that it is on",
          "all");

  @Test
  void allPromisesAreHeld() throws Exception {
    Set<String> held = new HashSet<>();
    for (String test : List.of("areWhatIsComputed", "areWhatTheWordsSay")) {
      for (Method method : DefaultsTest.class.getDeclaredMethods()) {
        if (method.getName().equals(test)) {
          Arrays.stream(method.getAnnotation(CsvSource.class).value())
              .map(row -> row.split("[|]"))
              .forEach(cells -> held.add(cells[0] + " " + cells[1] + " " + cells[2]));
        }
      }
    }
    List<String> missing = new ArrayList<>();
    try (Stream<Path> pages = Files.list(REFERENCE)) {
      for (Path page : pages.sorted().toList()) {
        for (String section : Files.readString(page).split("\n## ")) {
          missing.addAll(promises(page.getFileName().toString(), section, held));
        }
      }
    }
    assertEquals(List.of(), missing);
  }

  private static List<String> promises(String page, String section, Set<String> held) {
    String title = section.lines().findFirst().orElse("").replaceAll("^`|`$", "");
    int table = section.indexOf("| default |");
    return table < 0
        ? List.of()
        : section
            .substring(table)
            .lines()
            .skip(2)
            .takeWhile(line -> line.startsWith("|"))
            .map(line -> line.split(" [|] |[|] | [|]"))
            .filter(cells -> cells.length > 3 && cells[3].matches("[^|]*\\w[^|]*"))
            .filter(cells -> !NOTHING.contains(cells[3]))
            .filter(cells -> !ELSEWHERE.contains(cells[3].replace("`", "")))
            .map(cells -> page + " " + title + " " + cells[1].replaceAll("^`([\\w-]+).*", "$1"))
            .filter(promise -> !held.contains(promise))
            .toList();
  }

  private static String promised(String page, String section, String property) throws Exception {
    String text = Files.readString(REFERENCE.resolve(page));
    int from = text.indexOf("## `" + section + "`");
    int to = text.indexOf("\n## ", from + 1);
    Matcher row =
        Pattern.compile("(?m)^\\| `" + property + "\\b[^|]*\\|[^|]*\\| ([^|]+?) \\|$")
            .matcher(text.substring(from, to < 0 ? text.length() : to));
    assertTrue(from >= 0 && row.find(), () -> page + " has no default of " + property);
    return row.group(1).replace("`", "");
  }

  private static String network(String declaration) throws Exception {
    StringWriter json = new StringWriter();
    NetworkConfig.write(compiled(declaration), json);
    return json.toString().replaceAll("\"origin\": *\"[^\"]*\"", "");
  }

  private static String simulated(String declaration) throws Exception {
    Network network = compiled(declaration);
    return Simulator.run(network, network.scenarios().get(0), Options.seeded(1))
        .toString()
        .replaceAll("n[.]vmn:[\\d:-]+", "");
  }

  private static Network compiled(String declaration) throws Exception {
    String text =
        "network n\nimport std.images.{debian12}\nhost h[2] { uplink e }\noverlay o vxlan over"
            + " h[*].e\nsegment lan in o { subnet 10.0.0.0/24 }\nvm b { nic lan; runs q on 81/tcp"
            + " }\n"
            + declaration
            + "\n";
    Source source = new Source(Path.of("n.vmn"), text.getBytes(StandardCharsets.UTF_8));
    var compilation = COMPILER.compile(source);
    return Objects.requireNonNull(
        compilation.network(), () -> compilation.problems() + " in\n" + text);
  }
}
