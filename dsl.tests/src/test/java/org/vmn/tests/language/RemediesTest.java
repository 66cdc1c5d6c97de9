package org.vmn.tests.language;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.testing.InjectWith;
import org.eclipse.xtext.testing.extensions.InjectionExtension;
import org.eclipse.xtext.validation.Issue;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.tests.VmnInjectorProvider;

/**
 * What messages tell people to write instead is VMN: whole declarations check without an error in a
 * network that has what they name, and properties are read in one of the blocks there are.
 */
@ExtendWith(InjectionExtension.class)
@InjectWith(VmnInjectorProvider.class)
class RemediesTest {
  /** What stands in backticks behind `write`, `so:` and their like, and is more than a word. */
  private static final Pattern SUGGESTED = Pattern.compile("`([^`]+)`");

  private static final Pattern HELP = Pattern.compile("//  +(?!\\^)(\\S.*)");

  /** What the declarations that are suggested speak of, unless they declare it anew. */
  private static final List<String> WORLD =
      List.of(
          "import std.services.{postgres}",
          "segment lan { subnet 10.0.0.0/24 }",
          "segment wan { subnet 192.0.2.0/24 }",
          "external internet { on wan; gateway 192.0.2.1 }",
          "host kvm[2] { uplink eno1 }",
          "fabric site { switch leaf[2] }",
          "vm web[2] { nic lan; runs shop on 443/tcp }",
          "vm db { nic lan; runs store on 5432/tcp }",
          "balancer www on 192.0.2.20:443/tcp -> web",
          "template node { cpu 1 }");

  private static final List<String> BLOCKS =
      List.of(
          "%s",
          "vm thing { %s }",
          "vm thing { nic lan { %s } }",
          "segment thing { %s }",
          "segment thing { dhcp { %s } }",
          "segment thing { dns { %s } }",
          "router thing { %s }",
          "host thing { %s }",
          "host thing { uplink thing { %s } }",
          "external thing { %s }",
          "firewall thing on edge { %s }",
          "image thing { %s }",
          "vm thing { runs thing on 80/tcp { %s } }",
          "vm thing { scale { %s } }",
          "scenario thing { for 1 min; %s }",
          "scenario thing { for 1 min; load any -> web { 1 req/s; %s } }",
          "rule \"thing\" { every vm { %s } }",
          "rule \"thing\" { %s }",
          "var thing = %s",
          "scenario thing { for 1 min; load any -> web { %s } }",
          "scenario thing { for 1 min; at 1 s %s }",
          "vm thing { disk %s }",
          "vm thing { user thing %s }",
          "image thing { %s }",
          "assert %s",
          "assert any reaches %s",
          "scenario thing { for 1 min; expect %s }",
          "vm thing %s",
          "allow web -> %s",
          "router thing { route 0.0.0.0/0 %s }",
          "router thing { ports %s }",
          "vm %s",
          "vm thing { file \"/x\" content \"x\" %s }",
          "balancer www on %s -> web",
          "service thing = %s",
          "vm thing { pinning %s }",
          "vm thing { cpu %s }",
          "group thing = %s");

  @Inject private Language language;
  @TempDir private static Path folder;

  @TestFactory
  Stream<DynamicTest> areRead() throws IOException {
    return remedies("")
        .map(r -> dynamicTest(r, () -> assertTrue(isRead(r), () -> r + " is not VMN")));
  }

  @TestFactory
  Stream<DynamicTest> ofOtherLanguagesCheck() throws IOException {
    Files.createDirectories(folder.resolve("lab"));
    Files.writeString(folder.resolve("lab/tiers.vmn"), "segment lan\nvm web { nic lan }\n");
    return remedies("foreign.vmn")
        .filter(r -> isDeclaration(r) && !r.contains("NAME"))
        .map(r ->
            dynamicTest(
                r,
                () -> {
                  List<String> errors = errors(r);
                  assertTrue(errors.isEmpty(), () -> r + " has " + errors);
                }));
  }

  @Test
  void areManyAndBroken() throws IOException {
    assertTrue(remedies("foreign.vmn").count() > 20);
    assertTrue(!isRead("vm web { subnet }") && !errors("allow nobody -> web").isEmpty());
  }

  /** What the messages that are drawn into the broken files suggest. */
  private static Stream<String> remedies(String file) throws IOException {
    StringBuilder text = new StringBuilder();
    for (Path path : Language.files("bad", ".vmn")) {
      if (path.getFileName().toString().endsWith(file)) {
        text.append(Files.readString(path)).append('\n');
      }
    }
    List<String> helps = HELP.matcher(text).results().map(m -> m.group(1)).toList();
    return helps.stream()
        .flatMap(h -> SUGGESTED.matcher(h).results().map(m -> m.group(1)))
        .filter(r -> r.contains(" ") && !r.equals("cannot reach"))
        .map(RemediesTest::filled)
        .filter(r -> !r.startsWith("vmn "))
        .distinct()
        .sorted();
  }

  /** What is left to the reader is filled in. */
  private static String filled(String suggested) {
    return suggested
        .replaceAll("[{] … [}]", "{ }")
        .replaceAll("\\(…\\)", "(1)")
        .replaceAll("\"…\"", "\"x\"")
        .replaceAll("= …", "= 1")
        .replace(" via …", " via internet")
        .replaceAll(" from …$", " from db")
        .replace("any 1 …", "any 1 of host down => web reaches db")
        .replace("reaches …", "reaches db")
        .replace("< …", "< 20 ms")
        .replace("${i} …", "${i}")
        .replace("load … ->", "load any ->")
        .replace("…", "x");
  }

  private static boolean isDeclaration(String remedy) {
    return Pattern.compile(
            "^(var|vm|host|segment|router|allow|deny|policy|for|assert|balancer|link|deploy|import|group|external)"
                + " ")
        .matcher(remedy)
        .find();
  }

  private boolean isRead(String remedy) {
    return BLOCKS.stream()
        .anyMatch(b ->
            problems(b.formatted(remedy)).stream()
                .noneMatch(i -> Code.SYNTAX.id().equals(i.getCode())));
  }

  private List<String> errors(String remedy) {
    String world =
        WORLD.stream()
            .filter(d -> !remedy.contains(begins(d)) && !remedy.contains("import "))
            .collect(Collectors.joining("\n"));
    return problems(world + "\n" + remedy).stream()
        .filter(i -> i.getSeverity() == Severity.ERROR)
        .map(Issue::getMessage)
        .toList();
  }

  /** {@code vm web} of the declaration of machine {@code web}. */
  private static String begins(String declaration) {
    return declaration.replaceAll("^(\\w+ \\w+).*", "$1");
  }

  private List<Issue> problems(String text) {
    return language.issues(folder.resolve("remedy.vmn"), "network n\n" + text + "\n");
  }
}
