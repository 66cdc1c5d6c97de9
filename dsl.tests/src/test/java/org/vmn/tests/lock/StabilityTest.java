package org.vmn.tests.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.generator.compile.Compilation;
import org.vmn.generator.compile.Compiler;
import org.vmn.generator.compile.Source;
import org.vmn.generator.compile.SourceException;
import org.vmn.generator.layout.HostLayout;
import org.vmn.generator.layout.Layout;
import org.vmn.generator.lock.LockException;
import org.vmn.generator.lock.LockFile;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Segment;

/** Adding, removing and moving declarations leaves alone what others were given. */
class StabilityTest {
  private static final Compiler COMPILER = new Compiler();

  @Property(tries = 60, seed = "1")
  void othersKeepWhatTheyHave(@ForAll long seed)
      throws IOException, SourceException, LockException {
    Path folder = Files.createTempDirectory("lock");
    try {
      Sketch sketch = new Sketch(new Random(seed));
      Map<String, String> before = facts(build(folder, sketch.text()), folder);
      for (int i = 0; i < 5; i++) {
        sketch.change();
        Network network = build(folder, sketch.text());
        assertEquals(network, compile(folder, sketch.text()).network(), "built twice");
        Map<String, String> after = facts(network, folder);
        for (Map.Entry<String, String> fact : before.entrySet()) {
          String now = after.get(fact.getKey());
          if (now != null) {
            assertEquals(fact.getValue(), now, fact.getKey() + "\n" + sketch.text());
          }
        }
        before = after;
      }
    } finally {
      Files.deleteIfExists(folder.resolve(LockFile.NAME));
      Files.delete(folder);
    }
  }

  /** What is stated is given, whoever had it. */
  @Test
  void givesWayToWhatIsStated(@org.junit.jupiter.api.io.TempDir Path folder)
      throws IOException, SourceException {
    String lan = "network n\nsegment lan { subnet 10.0.0.0/24 }\nvm a { nic lan }\n";
    Network before = build(folder, lan);
    String address = before.machines().get(0).nics().get(0).at(0).get(0).toString();
    Network after = build(folder, lan + "vm b { nic lan { address " + address + " } }\n");
    assertEquals(address, after.machines().get(1).nics().get(0).at(0).get(0).toString());
  }

  /** A host is gone: what stood there moves, and not to where another replica stands. */
  @Test
  void onlyWhatHasToMoves(@org.junit.jupiter.api.io.TempDir Path folder)
      throws IOException, SourceException, LockException {
    String rest =
        """
        segment lan { subnet 10.0.0.0/24 }
        vm a[2] { nic lan; on h[*]; spread host }
        vm b[2] { nic lan; spread host }
        """;
    Map<String, String> before =
        facts(build(folder, "network n\nhost h[3] { uplink e }\n" + rest), folder);
    assertEquals("h[3]", before.get("b[1] is on"));
    assertEquals("h[1]", before.get("b[2] is on"));
    Map<String, String> after =
        facts(build(folder, "network n\nhost h[2] { uplink e }\n" + rest), folder);
    assertEquals("h[2]", after.get("b[1] is on"));
    assertEquals("h[1]", after.get("b[2] is on"));
  }

  /**
   * Two branches added a segment with a machine each, and took the same slice: one of them keeps
   * all that it has, and what the other one gets is told.
   */
  @Test
  void mergesTellWhatMoves(@org.junit.jupiter.api.io.TempDir Path folder)
      throws IOException, SourceException {
    String base = "network n\npool p 10.0.0.0/16 split /24\n";
    String left = "segment a { subnet p }\nvm x { nic a }\n";
    String right = "segment b { subnet p }\nvm w { nic b }\n";
    build(folder, base + left);
    String one = Files.readString(folder.resolve(LockFile.NAME));
    Files.delete(folder.resolve(LockFile.NAME));
    build(folder, base + right);
    String other = Files.readString(folder.resolve(LockFile.NAME));
    Files.writeString(folder.resolve(LockFile.NAME), other + one);
    Compilation merged = compile(folder, base + left + right);
    assertEquals(
        List.of(
            "`w.b` had the address of `x.a` too, and has 10.0.1.1 now",
            "`w.nic1/host` had the port of `x.nic1/host` too, and has 1001 now",
            "`b.p` had the subnet of `a.p` too, and has 10.0.1.0/24 now"),
        merged.problems().stream().map(Problem::message).toList());
    Network network = merged.network();
    assertNotNull(network);
    assertEquals("10.0.0.1", address(network, "x"));
    assertEquals("10.0.1.1", address(network, "w"));
    Files.writeString(folder.resolve(LockFile.NAME), LockFile.text(merged.locks().after()));
    assertEquals(List.of(), compile(folder, base + left + right).problems());
  }

  private static String address(Network network, String machine) {
    return network.machines().stream()
        .filter(m -> m.name().equals(machine))
        .map(m -> m.nics().get(0).at(0).get(0).toString())
        .findFirst()
        .orElseThrow();
  }

  private static Network build(Path folder, String text) throws IOException, SourceException {
    Compilation compilation = compile(folder, text);
    assertEquals(List.of(), compilation.problems(), text);
    Files.writeString(folder.resolve(LockFile.NAME), LockFile.text(compilation.locks().after()));
    Network network = compilation.network();
    assertNotNull(network);
    return network;
  }

  private static Compilation compile(Path folder, String text) throws SourceException {
    return COMPILER.compile(
        new Source(folder.resolve("n.vmn"), text.getBytes(StandardCharsets.UTF_8)));
  }

  /** A machine that comes in between gets other numbers, and leaves those of running guests. */
  @Test
  void portsOfRunningGuestsStay(@org.junit.jupiter.api.io.TempDir Path folder)
      throws IOException, SourceException, LockException {
    String head = "network n\nhost h[2] { uplink e }\nsegment lan\n";
    Map<String, String> before =
        facts(build(folder, head + "vm a[3] { nic lan }\nvm c[2] { nic lan }"), folder);
    Map<String, String> after =
        facts(
            build(folder, head + "vm a[5] { nic lan }\nvm b { nic lan }\nvm c[2] { nic lan }"),
            folder);
    before.forEach((what, is) -> assertEquals(is, after.get(what), what));
    assertEquals("1000", before.get("port a[1].nic1"));
    assertEquals("1000", before.get("port a[2].nic1"));
    assertEquals("1001", before.get("port a[3].nic1"));
  }

  /** Every address, hardware address, subnet, number, port and host, by the replica that has it. */
  private static Map<String, String> facts(Network network, Path folder) throws LockException {
    Map<String, String> facts = new HashMap<>();
    for (HostLayout host : Layout.of(network, LockFile.read(folder.resolve("n.vmn"))).hosts()) {
      for (HostLayout.Adapter a : host.adapters()) {
        String name = a.machine().ref(a.offset()) + "." + a.nic().name();
        facts.put("port " + name, Integer.toString(a.port()));
      }
      Set<Integer> numbers =
          host.adapters().stream().map(HostLayout.Adapter::port).collect(Collectors.toSet());
      assertEquals(host.adapters().size(), numbers.size(), "two ports with one number");
    }
    for (Segment segment : network.segments()) {
      facts.put(segment.name(), segment.subnets() + " " + segment.transport());
    }
    for (Router router : network.routers()) {
      router
          .ports()
          .forEach(p -> facts.put("router " + p.segment(), p.addresses() + " " + p.mac()));
    }
    for (Machine machine : network.machines()) {
      List<String> seen = new ArrayList<>();
      for (Nic nic : machine.nics()) {
        seen.add(nic.segment());
        for (int i = 0; i < machine.count(); i++) {
          String owner =
              machine.ref(i)
                  + " "
                  + nic.segment()
                  + " "
                  + seen.stream().filter(nic.segment()::equals).count();
          facts.put(owner, nic.at(i) + " " + nic.mac(i));
        }
      }
      for (int i = 0; i < machine.count(); i++) {
        facts.put(machine.ref(i) + " is on", machine.placement().hostOf(i).toString());
      }
    }
    return facts;
  }
}
