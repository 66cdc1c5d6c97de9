package org.vmn.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.TextEdit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The editor offers what {@code vmn check --fix} does. */
class QuickFixTest {
  @TempDir Path folder;

  @Test
  void offersTheNearestNameAndShowsWhereItIs() {
    String text = "network n\nsegment lan { subnet 10.0.0.0/24 }\nvm a { nic lam }\n";
    try (Editor editor = Editor.on(folder)) {
      Path file = editor.open(folder.resolve("n.vmn"), text);
      Diagnostic found = editor.diagnostics(file, all -> all.size() == 1).get(0);
      assertEquals(
          1, found.getRelatedInformation().get(0).getLocation().getRange().getStart().getLine());
      CodeAction action = editor.quickFixes(file, Editor.at(text, "lam")).get(0);
      assertEquals("write `lan`", action.getTitle());
      assertFalse(action.getIsPreferred());
      assertEquals(List.of(found), action.getDiagnostics());
      assertEquals("lan", edit(action, file).getNewText());
      assertEquals(Editor.at(text, "lam"), edit(action, file).getRange().getStart());
      assertEquals(List.of(), editor.quickFixes(file, Editor.at(text, "subnet")));
    }
  }

  /** What only analysis finds has fixes too, and taking a line out takes all of it. */
  @Test
  void offersToRemoveARuleThatChangesNothing() {
    String text =
        """
        network n
        segment lan { subnet 10.0.0.0/24 }
        vm a { nic lan }
        vm b { nic lan }
        policy default deny
        allow lan -> b
        allow a -> b
        """;
    try (Editor editor = Editor.on(folder)) {
      Path file = editor.open(folder.resolve("n.vmn"), text);
      Diagnostic found = editor.diagnostics(file, all -> all.size() == 1).get(0);
      assertEquals("VMN4004", found.getCode().getLeft());
      CodeAction action = editor.quickFixes(file, Editor.at(text, "allow a")).get(0);
      assertTrue(action.getIsPreferred());
      TextEdit edit = edit(action, file);
      assertEquals(6, edit.getRange().getStart().getLine());
      assertEquals(7, edit.getRange().getEnd().getLine());
      assertEquals(0, edit.getRange().getEnd().getCharacter());
      editor.change(file, text.replace("allow a -> b\n", ""));
      editor.diagnostics(file, List::isEmpty);
    }
  }

  private static TextEdit edit(CodeAction action, Path file) {
    return action.getEdit().getChanges().get(Editor.uri(file)).get(0);
  }
}
