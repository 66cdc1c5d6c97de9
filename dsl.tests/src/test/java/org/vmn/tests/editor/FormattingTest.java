package org.vmn.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentRangeFormattingParams;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Laying out a file, and a part of one, from an editor. */
class FormattingTest {
  private static final String TEXT =
      """
      network   hello
      segment lan   {subnet 10.0.0.0/24}
      vm a   {nic lan}
      vm bb[2]{nic lan}
      """;
  private static final FormattingOptions OPTIONS = new FormattingOptions(2, true);

  @TempDir private Path folder;

  @Test
  void laysOutAFile() {
    try (Editor editor = Editor.on(folder)) {
      Path file = editor.open(folder.resolve("hello.vmn"), TEXT);
      List<? extends TextEdit> edits =
          Editor.get(
              editor
                  .server()
                  .getTextDocumentService()
                  .formatting(new DocumentFormattingParams(Editor.id(file), OPTIONS)));
      assertEquals(
          """
          network hello
          segment lan { subnet 10.0.0.0/24 }
          vm a { nic lan }
          vm bb[2] { nic lan }
          """,
          applied(edits));
    }
  }

  @Test
  void laysOutTheLinesThatAreAskedForAndNoOthers() {
    try (Editor editor = Editor.on(folder)) {
      Path file = editor.open(folder.resolve("hello.vmn"), TEXT);
      Range second = new Range(new Position(1, 0), new Position(1, 34));
      List<? extends TextEdit> edits =
          Editor.get(
              editor
                  .server()
                  .getTextDocumentService()
                  .rangeFormatting(
                      new DocumentRangeFormattingParams(Editor.id(file), OPTIONS, second)));
      assertEquals(
          TEXT.replace("segment lan   {subnet 10.0.0.0/24}", "segment lan { subnet 10.0.0.0/24 }"),
          applied(edits));
    }
  }

  /** From the end on, so that places before stay right. */
  private static String applied(List<? extends TextEdit> edits) {
    List<TextEdit> sorted = new ArrayList<>(edits);
    sorted.sort(
        Comparator.comparingInt((TextEdit e) -> offset(e.getRange().getStart())).reversed());
    StringBuilder text = new StringBuilder(TEXT);
    for (TextEdit edit : sorted) {
      text.replace(
          offset(edit.getRange().getStart()), offset(edit.getRange().getEnd()), edit.getNewText());
    }
    return text.toString();
  }

  private static int offset(Position position) {
    int offset = 0;
    for (int line = 0; line < position.getLine(); line++) {
      offset = TEXT.indexOf('\n', offset) + 1;
    }
    return offset + position.getCharacter();
  }
}
