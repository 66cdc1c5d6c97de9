package org.vmn.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.vmn.tests.editor.Editor.after;
import static org.vmn.tests.editor.Editor.at;
import static org.vmn.tests.editor.Editor.get;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.TextDocumentItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several files: which the server knows, and what one means for another. */
class FilesTest {
  private static final String LIBRARY = "segment lan { subnet 10.0.0.0/24 }\n";
  private static final String ROOT = "network n\nimport common\nvm a { nic lan }\n";

  @TempDir Path folder;

  @Test
  void readsFilesWithBlanksAndLettersInTheirNames() {
    Path odd = folder.resolve("my files/büro #1");
    Editor.write(odd.resolve("common.vmn"), LIBRARY);
    try (Editor editor = Editor.on(folder)) {
      Path file = editor.open(odd.resolve("a b.vmn"), ROOT);
      editor.diagnostics(file, List::isEmpty);
      Location found = editor.definition(file, at(ROOT, "lan")).get(0);
      assertEquals(odd.resolve("common.vmn"), Path.of(java.net.URI.create(found.getUri())));
    }
  }

  @Test
  void readsAFileOutsideTheFolderAndAFileAlone() {
    Path outside = folder.resolve("outside");
    Editor.write(outside.resolve("common.vmn"), LIBRARY);
    for (Path opened : new Path[] {folder.resolve("inside"), null}) {
      try (Editor editor = Editor.on(opened)) {
        Path file = editor.open(outside.resolve("root.vmn"), ROOT);
        editor.diagnostics(file, List::isEmpty);
        assertEquals(1, editor.definition(file, at(ROOT, "lan")).size());
      }
    }
  }

  @Test
  void seesWhatAnOpenImportHasBecome() {
    try (Editor editor = Editor.on(folder)) {
      Path library = editor.open(folder.resolve("common.vmn"), LIBRARY);
      Path file = editor.open(folder.resolve("root.vmn"), ROOT);
      editor.diagnostics(file, List::isEmpty);
      editor.change(library, LIBRARY.replace("lan", "net"));
      editor.diagnostics(file, all -> all.size() == 1);
      editor.change(library, LIBRARY);
      editor.diagnostics(file, List::isEmpty);
    }
  }

  @Test
  void seesAnImportAppear() {
    try (Editor editor = Editor.on(folder)) {
      Path file = editor.open(folder.resolve("root.vmn"), ROOT);
      editor.diagnostics(file, all -> !all.isEmpty());
      Path library = Editor.write(folder.resolve("common.vmn"), LIBRARY);
      FileEvent event = new FileEvent(Editor.uri(library), FileChangeType.Created);
      editor
          .server()
          .getWorkspaceService()
          .didChangeWatchedFiles(
              new DidChangeWatchedFilesParams(new java.util.ArrayList<>(List.of(event))));
      editor.diagnostics(file, List::isEmpty);
    }
  }

  @Test
  void checksFilesThatNobodyOpenedButNoneOfBuildFolders() {
    Path wrong = Editor.write(folder.resolve("sub/wrong.vmn"), "vm a { nic nowhere }\n");
    Path built = Editor.write(folder.resolve("target/wrong.vmn"), "vm a { nic nowhere }\n");
    try (Editor editor = Editor.on(folder)) {
      assertEquals(
          "VMN2001", editor.diagnostics(wrong, all -> !all.isEmpty()).get(0).getCode().getLeft());
      assertTrue(editor.symbols("a").stream().noneMatch(uri -> uri.equals(Editor.uri(built))));
    }
  }

  @Test
  void findsDeclarationsOfAllFilesByAPartOfTheirName() {
    Path other = Editor.write(folder.resolve("sub/other.vmn"), "segment Lands\nvm a\n");
    try (Editor editor = Editor.on(folder)) {
      Path file = editor.open(folder.resolve("root.vmn"), "segment island\nvm lan\n");
      editor.diagnostics(file, List::isEmpty);
      editor.diagnostics(other, List::isEmpty);
      String uri = Editor.uri(file);
      assertEquals(
          List.of(uri, uri, Editor.uri(other)), editor.symbols("lan").stream().sorted().toList());
      editor.change(file, "segment islet\nvm lan\n");
      editor.diagnostics(file, List::isEmpty);
      assertEquals(List.of(Editor.uri(other)), editor.symbols("lands"));
    }
  }

  @Test
  void leavesAloneWhatIsNoVmnFile() {
    try (Editor editor = Editor.on(folder)) {
      editor
          .server()
          .getTextDocumentService()
          .didOpen(
              new DidOpenTextDocumentParams(
                  new TextDocumentItem("untitled:Untitled-1", "vmn", 1, "vm")));
      editor
          .server()
          .getTextDocumentService()
          .didOpen(
              new DidOpenTextDocumentParams(
                  new TextDocumentItem("git:/x/a.vmn?q", "vmn", 1, "vm")));
      Path file = editor.open(folder.resolve("root.vmn"), LIBRARY);
      editor.diagnostics(file, List::isEmpty);
    }
  }

  @Test
  void writesNothing() throws Exception {
    try (Editor editor = Editor.on(folder)) {
      Path file = editor.open(folder.resolve("root.vmn"), "network n\n" + LIBRARY);
      editor.diagnostics(file, List::isEmpty);
      get(editor.server().shutdown());
    }
    try (var files = Files.walk(folder)) {
      assertEquals(
          List.of("root.vmn"),
          files.filter(Files::isRegularFile).map(f -> f.getFileName().toString()).toList());
    }
  }

  @Test
  void goesToTheLibraryOnlyWhereTheEditorCanShowIt() {
    String text =
        "network n\nimport std.services.{https}\nvm a { runs https }\nallow any -> a : https\n";
    try (Editor editor = Editor.on(folder)) {
      Path file = editor.open(folder.resolve("root.vmn"), text);
      assertEquals(List.of(), editor.definition(file, at(text, "https")));
      assertNotNull(editor.hover(file, at(text, "https")));
    }
    try (Editor editor = Editor.showingVirtualDocuments(folder)) {
      Path file = editor.open(folder.resolve("root.vmn"), text);
      Location found = editor.definition(file, after(text, "std.services.{h")).get(0);
      assertEquals("vmn:/std/services.vmn", found.getUri());
      String library = editor.virtualDocument(found.getUri());
      assertTrue(library.contains("service https"), library);
    }
  }
}
