package org.vmn.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.vmn.tests.editor.Editor.after;
import static org.vmn.tests.editor.Editor.at;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only the compiler and the prover know. */
class AnalysisTest {
  private static final String TWO =
      """
      network two
      segment lan { subnet 10.0.0.0/24 }
      vm a[3] { nic lan }
      vm b { nic lan }
      policy default deny
      allow a -> b : 22/tcp
      assert a reaches b on 22/tcp
      assert a reaches b on 80/tcp
      """;

  @TempDir Path folder;

  @Test
  void showsAssertionsThatDoNotHoldWithTheWayOfAPacket() {
    try (Editor editor = Editor.on(folder)) {
      Path file = editor.open(folder.resolve("two.vmn"), TWO);
      Diagnostic found = editor.diagnostics(file, all -> all.size() == 1).get(0);
      assertEquals("VMN4101", found.getCode().getLeft());
      assertEquals(7, found.getRange().getStart().getLine());
      String message = found.getMessage().getLeft();
      assertTrue(message.contains("counter-example: tcp 10.0.0."), message);
      assertFalse(found.getRelatedInformation().isEmpty());
      assertEquals(Editor.uri(file), found.getRelatedInformation().get(0).getLocation().getUri());

      editor.change(file, TWO.replace("22/tcp\nassert", "22/tcp, 80/tcp\nassert"));
      editor.diagnostics(file, List::isEmpty);
    }
  }

  /** What an edit only moves is shown where it is now, and what it touches is decided again. */
  @Test
  void proofsFollowEdits() {
    try (Editor editor = Editor.on(folder)) {
      Path file = editor.open(folder.resolve("two.vmn"), TWO);
      Diagnostic before = editor.diagnostics(file, all -> all.size() == 1).get(0);
      editor.change(file, "// One more line.\n" + TWO);
      Diagnostic moved = editor.diagnostics(file, all -> lines(all).equals(List.of(8))).get(0);
      assertEquals(before.getMessage(), moved.getMessage());
      assertEquals(
          steps(before).stream().map(line -> line + 1).toList(), steps(moved), moved.toString());

      editor.change(file, TWO.replace("allow a -> b : 22/tcp", ""));
      editor.diagnostics(file, all -> lines(all).equals(List.of(6, 7)));
      editor.change(file, TWO + "allow a -> b : 80/tcp\n");
      editor.diagnostics(file, List::isEmpty);
      editor.change(file, TWO);
      assertEquals(List.of(before), editor.diagnostics(file, all -> !all.isEmpty()));
    }
  }

  private static List<Integer> lines(List<Diagnostic> all) {
    return all.stream().map(d -> d.getRange().getStart().getLine()).sorted().toList();
  }

  /** Where the steps of a counter-example are declared. */
  private static List<Integer> steps(Diagnostic refuted) {
    return refuted.getRelatedInformation().stream()
        .map(i -> i.getLocation().getRange().getStart().getLine())
        .toList();
  }

  /** As the command line does; the files needn't be open. */
  @Test
  void tellsOfALockAndAProjectThatCannotBeRead() throws IOException {
    Files.writeString(folder.resolve("vmn.lock"), "<<<<<<< ours\n");
    Files.writeString(folder.resolve("vmn.json"), "{ \"levels\": 3 }");
    try (Editor editor = Editor.on(folder)) {
      Path file =
          editor.open(folder.resolve("n.vmn"), "network n\nsegment lan\nvm a { nic lan }\n");
      List<Diagnostic> found = editor.diagnostics(file, all -> all.size() > 1);
      List<String> said = found.stream().map(d -> d.getMessage().getLeft()).toList();
      assertTrue(said.stream().anyMatch(m -> m.startsWith("vmn.lock:1: a merge")), said::toString);
      assertTrue(said.stream().anyMatch(m -> m.startsWith("vmn.json:1: ")), said::toString);
    }
  }

  @Test
  void showsProblemsOfElaboration() {
    String text = "network full\nsegment lan { subnet 10.0.0.0/30 }\nvm a[9] { nic lan }\n";
    try (Editor editor = Editor.on(folder)) {
      Path file = editor.open(folder.resolve("full.vmn"), text);
      Diagnostic found = editor.diagnostics(file, all -> !all.isEmpty()).get(0);
      assertEquals("VMN3106", found.getCode().getLeft());
      editor.change(file, text.replace("[9]", ""));
      editor.diagnostics(file, List::isEmpty);
    }
  }

  @Test
  void analysesAgainWhenAnImportChanges() {
    String library = "vm a { nic lan }\nvm b { nic lan }\nsegment lan { subnet 10.0.0.0/24 }\n";
    String root = "network n\nimport common.{a, b}\nassert a reaches b\n";
    try (Editor editor = Editor.on(folder)) {
      Path common = editor.open(folder.resolve("common.vmn"), library);
      Path file = editor.open(folder.resolve("root.vmn"), root);
      editor.diagnostics(file, List::isEmpty);
      editor.change(common, library + "deny a -> b\n");
      assertEquals(
          "VMN4101", editor.diagnostics(file, all -> !all.isEmpty()).get(0).getCode().getLeft());
      editor.change(common, library);
      editor.diagnostics(file, List::isEmpty);
    }
  }

  @Test
  void showsComputedValuesOnHover() {
    try (Editor editor = Editor.on(folder)) {
      Path file = editor.open(folder.resolve("two.vmn"), TWO);
      editor.diagnostics(file, all -> all.size() == 1);
      String machine = editor.hover(file, at(TWO, "a[3]"));
      assertNotNull(machine);
      assertTrue(
          machine.matches(
              "(?s).*nic1 on `lan`: `10.0.0.[0-9]+–10.0.0.[0-9]+`, MAC `[0-9a-f:]+–[0-9a-f:]+`, MTU"
                  + " 1500.*"),
          machine);
      String segment = editor.hover(file, after(TWO, "nic l"));
      assertNotNull(segment);
      assertTrue(segment.contains("4 network cards"), segment);
    }
  }
}
