package org.vmn.tests.editor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vmn.tests.reuse.Importing;

/** A file's problems come and go with what the files say that it imports, open or not. */
class ImporterTest {
  @TempDir private Path folder;

  private String text(String name) {
    return switch (name) {
      case "lab/parts.vmn" -> Importing.PARTS;
      case "lab/sizes.vmn" -> "var ram = 2 GiB\n";
      case "lab/rules.vmn" -> "rule \"few\" { every vm { memory <= 10 GiB } }\n";
      default -> "";
    };
  }

  private static final String CASES =
      """
      lab/parts.vmn|segment lan|segment net
      lab/parts.vmn|var count = 2|var count = 2 GiB
      lab/parts.vmn|memory ram|memory 3
      lab/parts.vmn|(net: segment)|(on_net: segment)
      lab/sizes.vmn|2 GiB|2 Gbps
      lab/rules.vmn|10 GiB|8 GiB
      """;

  private Editor project() {
    for (String name : List.of("lab/parts.vmn", "lab/sizes.vmn", "lab/rules.vmn")) {
      Editor.write(folder.resolve(name), text(name));
    }
    return Editor.on(folder);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = CASES)
  void seesOpenFilesChange(String name, String right, String wrong) {
    try (Editor editor = project()) {
      Path other = editor.open(folder.resolve(name), text(name));
      Path file = editor.open(folder.resolve("n.vmn"), Importing.ROOT);
      for (int round = 0; round < 2; round++) {
        editor.diagnostics(file, List::isEmpty);
        editor.change(other, text(name).replace(right, wrong));
        assertTrue(!editor.diagnostics(file, all -> !all.isEmpty()).isEmpty());
        editor.change(other, text(name));
      }
      editor.diagnostics(file, List::isEmpty);
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = CASES)
  void seesFilesChangeThatNobodyOpened(String name, String right, String wrong) {
    try (Editor editor = project()) {
      Path file = editor.open(folder.resolve("n.vmn"), Importing.ROOT);
      editor.diagnostics(file, List::isEmpty);
      save(editor, name, text(name).replace(right, wrong));
      assertTrue(!editor.diagnostics(file, all -> !all.isEmpty()).isEmpty());
      save(editor, name, text(name));
      editor.diagnostics(file, List::isEmpty);
    }
  }

  /** Nothing is built for it, and what is built says otherwise all the same. */
  @Test
  void seesTheProjectChange() {
    String root =
        "network n\nsegment lan\nvm a { nic lan }\nrule \"small\" { no vm where memory > 1 MiB }\n";
    try (Editor editor = Editor.on(folder)) {
      Path file = editor.open(folder.resolve("n.vmn"), root);
      editor.diagnostics(file, all -> all.size() == 1);
      save(editor, "vmn.json", "{ \"rules\": { \"small\": \"off\" } }");
      editor.diagnostics(file, List::isEmpty);
      save(editor, "vmn.json", "{}");
      editor.diagnostics(file, all -> all.size() == 1);
    }
  }

  private void save(Editor editor, String name, String text) {
    Path other = Editor.write(folder.resolve(name), text);
    FileEvent event = new FileEvent(Editor.uri(other), FileChangeType.Changed);
    editor
        .server()
        .getWorkspaceService()
        .didChangeWatchedFiles(new DidChangeWatchedFilesParams(new ArrayList<>(List.of(event))));
  }
}
