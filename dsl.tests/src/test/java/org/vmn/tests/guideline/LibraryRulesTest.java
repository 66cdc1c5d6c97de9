package org.vmn.tests.guideline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.generator.compile.Compiler;
import org.vmn.generator.compile.Source;
import org.vmn.generator.compile.SourceException;

/** A network that breaks every rule of the library, and one that breaks none. */
class LibraryRulesTest {
  private static final Pattern TEXT = Pattern.compile("rule \"([^\"]+)\"");
  private static final String PACKS =
      "import std.rules.security\nimport std.rules.reliability\nimport std.rules.operations\n";
  private static final String BAD =
      """
      network bad
      import std.services.{ssh, postgres}
      host kvm[2] { uplink eno1 }
      segment lan { subnet 10.0.0.0/24 }
      segment dmz { subnet 192.0.2.0/24 }
      external internet { on dmz; gateway 192.0.2.1 }
      router edge { ports lan, dmz; route 0.0.0.0/0 via internet }
      vm db { nic lan { spoof }; runs store on postgres; disk root 2 GiB; user ops; on kvm[1] }
      vm web[2] { nic lan; runs shop on 80/tcp; on kvm[1] }
      vm old { nic lan; runs shop on 80/tcp }
      balancer www on 10.0.0.100:80/tcp -> old : shop
      allow any -> any
      allow internet -> db : postgres
      allow web -> db : ssh
      """;
  private static final String SILENT = BAD + "policy default deny\n";
  private static final String GOOD =
      """
      network good
      import std.services.{ssh, postgres}
      import std.images.{debian12}
      host kvm[2] {
        cpu 32; memory 128 GiB; storage 2 TiB; zone "a"; uplink eno1; uplink eno2
      }
      segment lan { subnet 10.0.0.0/24 }
      segment dmz { vlan 7; subnet 192.0.2.0/24 }
      external internet { on dmz; gateway 192.0.2.1 }
      router edge { ports lan, dmz; route 0.0.0.0/0 via internet }
      template node { label owner "ops"; disk root 20 GiB from debian12 }
      vm db[2] : node { nic lan { rate 1 Gbps }; runs store on postgres; apart host }
      vm web[2] : node { nic lan { rate 1 Gbps }; runs shop on 80/tcp; spread host }
      vm admin : node { nic lan { rate 1 Gbps }; user ops key "ssh-ed25519 AAAA" }
      group staff = admin
      balancer www on 10.0.0.100:80/tcp -> web : shop
      policy default deny log
      allow internet -> www
      allow web -> db : postgres
      allow staff -> db : ssh
      assert internet cannot reach db
      """;

  private static Set<String> broken(String text) throws SourceException {
    String with = text.replaceFirst("\n", "\n" + PACKS);
    Set<String> broken = new TreeSet<>();
    byte[] bytes = with.getBytes(StandardCharsets.UTF_8);
    for (Problem p : new Compiler().compile(new Source(Path.of("n.vmn"), bytes)).problems()) {
      Matcher rule = Pattern.compile("rule \"(.*)\"").matcher(p.message());
      if (rule.find()) {
        broken.add(rule.group(1));
        assertTrue(p.help() != null, () -> p.message() + " has no help");
      }
    }
    return broken;
  }

  @Test
  void eachRuleFindsItsMistake() throws SourceException {
    Set<String> all = new TreeSet<>();
    for (String pack : new String[] {"security", "reliability", "operations"}) {
      Path file = Path.of("../dsl/src/main/resources/org/vmn/dsl/std/rules/" + pack + ".vmn");
      TEXT.matcher(read(file)).results().forEach(m -> all.add(m.group(1)));
    }
    Set<String> found = broken(BAD);
    found.addAll(broken(SILENT));
    assertEquals(all, found);
  }

  @Test
  void aGoodNetworkBreaksNone() throws SourceException {
    assertEquals(Set.of(), broken(GOOD));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
