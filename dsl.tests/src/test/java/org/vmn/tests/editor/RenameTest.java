package org.vmn.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.vmn.tests.editor.Editor.at;
import static org.vmn.tests.editor.Editor.get;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenameTest {
  @TempDir Path folder;

  @Test
  void changesDeclarationAndReferencesInAllFiles() {
    String library = "/// lan stays\nsegment lan { subnet 10.0.0.0/24 }\nvm   x {nic lan}\n";
    String root =
        "network n\n"
            + "import common.{lan}\n"
            + "vm a { nic   lan }  // lan stays\n"
            + "allow lan, a -> a except lan\n";
    Path common = Editor.write(folder.resolve("common.vmn"), library);
    try (Editor editor = Editor.on(folder)) {
      Path file = editor.open(folder.resolve("root.vmn"), root);
      editor.diagnostics(file, List::isEmpty);
      Map<String, List<TextEdit>> changes = rename(editor, file, at(root, "lan"), "office");
      assertEquals(
          "/// lan stays\nsegment office { subnet 10.0.0.0/24 }\nvm   x {nic office}\n",
          applied(library, changes.get(Editor.uri(common))));
      assertEquals(
          "network n\n"
              + "import common.{office}\n"
              + "vm a { nic   office }  // lan stays\n"
              + "allow office, a -> a except office\n",
          applied(root, changes.get(Editor.uri(file))));
    }
  }

  @Test
  void changesEveryMentionOfAProgram() {
    String text =
        "network n\n"
            + "vm a { runs shop on 80/tcp }\n"
            + "vm b { runs shop on 80/tcp }\n"
            + "allow any -> a : shop\n";
    try (Editor editor = Editor.on(folder)) {
      Path file = editor.open(folder.resolve("root.vmn"), text);
      Map<String, List<TextEdit>> changes = rename(editor, file, at(text, "shop\n"), "store");
      assertEquals(text.replace("shop", "store"), applied(text, changes.get(Editor.uri(file))));
    }
  }

  @Test
  void changesAnUplinkOfItsHostOnly() {
    String text =
        "network n\n"
            + "host a { uplink eno1 }\n"
            + "host b { uplink eno1 }\n"
            + "overlay o vxlan over a.eno1, b.eno1\n";
    try (Editor editor = Editor.on(folder)) {
      Path file = editor.open(folder.resolve("root.vmn"), text);
      Map<String, List<TextEdit>> changes = rename(editor, file, at(text, "eno1 }\nhost b"), "wan");
      assertEquals(
          "network n\n"
              + "host a { uplink wan }\n"
              + "host b { uplink eno1 }\n"
              + "overlay o vxlan over a.wan, b.eno1\n",
          applied(text, changes.get(Editor.uri(file))));
    }
  }

  @Test
  void refusesWhatIsNoNameOrTaken() {
    String text = "network n\nvm a\nvm b\n";
    try (Editor editor = Editor.on(folder)) {
      Path file = editor.open(folder.resolve("root.vmn"), text);
      assertTrue(refused(editor, file, at(text, "a\n"), "b").contains("declared already"));
      assertTrue(refused(editor, file, at(text, "a\n"), "vm").contains("word of the language"));
      assertTrue(refused(editor, file, at(text, "a\n"), "x y").contains("not a name"));
      assertTrue(refused(editor, file, at(text, "vm a"), "x").contains("no name here"));
    }
  }

  private static String refused(Editor editor, Path file, Position at, String name) {
    return assertThrows(ResponseErrorException.class, () -> rename(editor, file, at, name))
        .getMessage();
  }

  private static Map<String, List<TextEdit>> rename(
      Editor editor, Path file, Position at, String name) {
    return get(editor
            .server()
            .getTextDocumentService()
            .rename(new RenameParams(Editor.id(file), at, name)))
        .getChanges();
  }

  private static String applied(String text, List<TextEdit> edits) {
    String[] lines = text.split("\n", -1);
    edits.stream()
        .sorted(Comparator.comparing((TextEdit e) -> -e.getRange().getStart().getCharacter()))
        .forEach(e -> {
          int line = e.getRange().getStart().getLine();
          lines[line] =
              lines[line].substring(0, e.getRange().getStart().getCharacter())
                  + e.getNewText()
                  + lines[line].substring(e.getRange().getEnd().getCharacter());
        });
    return String.join("\n", lines);
  }
}
