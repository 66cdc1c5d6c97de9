package org.vmn.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.vmn.tests.editor.Editor.after;
import static org.vmn.tests.editor.Editor.at;
import static org.vmn.tests.editor.Editor.get;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.MonikerParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the server says, request by request. */
class ServerTest {
  private static final String HELLO =
      """
      network hello

      /// Where the office is.
      /// Two floors.
      segment lan { subnet 10.0.0.0/24, 2001:db8::/64 }

      // not documentation

      vm a { nic lan }
      vm b { nic lan }

      assert a reaches b
      """;

  @TempDir Path folder;

  @Test
  void offersWhatItHasAndNothingElse() {
    try (Editor editor = Editor.on(folder)) {
      ServerCapabilities offered = editor.started().getCapabilities();
      assertEquals("vmn", editor.started().getServerInfo().getName());
      assertEquals(List.of(".", "{"), offered.getCompletionProvider().getTriggerCharacters());
      assertTrue(offered.getHoverProvider().getLeft());
      assertEquals(null, offered.getSignatureHelpProvider());
      assertEquals(null, offered.getSemanticTokensProvider());
    }
  }

  @Test
  void saysWhatIsWrongWhereAndUnderWhichCode() {
    String text = HELLO.replace("vm b { nic lan }", "vm b { nic lam }");
    try (Editor editor = Editor.on(folder)) {
      Path file = editor.open(folder.resolve("hello.vmn"), text);
      Diagnostic found = editor.diagnostics(file, all -> all.size() == 1).get(0);
      assertEquals("VMN2001", found.getCode().getLeft());
      assertEquals("vmn", found.getSource());
      assertEquals("there is no segment `lam`; did you mean `lan`?", found.getMessage().getLeft());
      assertEquals(new Range(at(text, "lam"), after(text, "lam")), found.getRange());

      editor.change(file, HELLO);
      editor.diagnostics(file, List::isEmpty);
    }
  }

  @Test
  void saysWhatCannotBeRead() {
    try (Editor editor = Editor.on(folder)) {
      Path file = editor.open(folder.resolve("hello.vmn"), HELLO + "vm vm\n");
      List<Diagnostic> found = editor.diagnostics(file, all -> !all.isEmpty());
      assertEquals("VMN1001", found.get(0).getCode().getLeft());
    }
  }

  @Test
  void completesNamesThatFitWithKindAndDeclaration() {
    String text = HELLO + "vm c { nic  }\n";
    try (Editor editor = Editor.on(folder)) {
      Path file = editor.open(folder.resolve("hello.vmn"), text);
      List<CompletionItem> items = editor.completion(file, after(text, "c { nic "));
      assertEquals(List.of("lan"), items.stream().map(CompletionItem::getLabel).toList());
      CompletionItem lan = items.get(0);
      assertEquals("segment lan", lan.getDetail());
      assertEquals("Where the office is.\nTwo floors.", lan.getDocumentation().getLeft());
      assertEquals("lan", lan.getTextEdit().getLeft().getNewText());
    }
  }

  @Test
  void completesEndpointsWordsAndUnits() {
    String text = HELLO + "template t { memory 4  }\nallow a -> \n";
    try (Editor editor = Editor.on(folder)) {
      Path file = editor.open(folder.resolve("hello.vmn"), text);
      assertEquals(
          List.of("a", "b", "lan", "any"),
          editor.completion(file, after(text, "allow a -> ")).stream()
              .map(CompletionItem::getLabel)
              .toList());
      assertTrue(
          editor.completion(file, after(text, "memory 4 ")).stream()
              .map(CompletionItem::getLabel)
              .toList()
              .containsAll(List.of("GiB", "MiB")));
      assertTrue(
          editor.completion(file, at(text, "assert")).stream()
              .map(CompletionItem::getLabel)
              .toList()
              .containsAll(List.of("vm", "segment", "assert")));
    }
  }

  @Test
  void explainsNamesAndWords() {
    try (Editor editor = Editor.on(folder)) {
      Path file = editor.open(folder.resolve("hello.vmn"), HELLO);
      String name = editor.hover(file, after(HELLO, "vm a { nic l"));
      assertNotNull(name);
      assertTrue(
          name.contains("```vmn\nsegment lan { subnet 10.0.0.0/24, 2001:db8::/64 }\n```"), name);
      assertTrue(name.contains("Where the office is.\nTwo floors."), name);
      String vm = editor.hover(file, at(HELLO, "a { nic"));
      assertNotNull(vm);
      assertFalse(vm.contains("not documentation"), vm);
      String word = editor.hover(file, at(HELLO, "reaches"));
      assertNotNull(word);
      assertTrue(word.contains("not the negation of `cannot reach`"), word);
    }
  }

  @Test
  void goesToTheDeclarationAndBack() {
    try (Editor editor = Editor.on(folder)) {
      Path file = editor.open(folder.resolve("hello.vmn"), HELLO);
      Range declaration = new Range(at(HELLO, "lan"), after(HELLO, "lan"));
      List<? extends Location> found = editor.definition(file, after(HELLO, "vm a { nic l"));
      assertEquals(List.of(new Location(Editor.uri(file), declaration)), found);
      ReferenceParams params =
          new ReferenceParams(Editor.id(file), at(HELLO, "lan"), new ReferenceContext(false));
      assertEquals(2, get(editor.server().getTextDocumentService().references(params)).size());
    }
  }

  @Test
  @SuppressWarnings("deprecation")
  void outlinesAFile() {
    try (Editor editor = Editor.on(folder)) {
      Path file = editor.open(folder.resolve("hello.vmn"), HELLO);
      List<String> names =
          get(
                  editor
                      .server()
                      .getTextDocumentService()
                      .documentSymbol(new DocumentSymbolParams(Editor.id(file))))
              .stream()
              .map(either -> either.getRight())
              .map(DocumentSymbol::getName)
              .toList();
      assertEquals(List.of("hello", "lan", "a", "b", "assert a reaches b"), names);
    }
  }

  @Test
  void foldsBlocksAndCommentsOfSeveralLines() {
    try (Editor editor = Editor.on(folder)) {
      String text =
          """
          network n
          /* of two
             lines */
          segment lan { subnet 10.0.0.0/24 }
          vm a {
            nic lan {
              rate 1 Gbps
            }
          }
          """;
      Path file = editor.open(folder.resolve("folds.vmn"), text);
      List<String> folds =
          get(
                  editor
                      .server()
                      .getTextDocumentService()
                      .foldingRange(new FoldingRangeRequestParams(Editor.id(file))))
              .stream()
              .map(f -> f.getStartLine() + " to " + f.getEndLine() + " " + f.getKind())
              .toList();
      assertEquals(List.of("1 to 2 comment", "4 to 8 null", "5 to 7 null"), folds);
    }
  }

  @Test
  void answersMethodsThatItLacksWithMethodNotFound() {
    try (Editor editor = Editor.on(folder)) {
      Path file = editor.open(folder.resolve("hello.vmn"), HELLO);
      ResponseErrorException known =
          assertThrows(
              ResponseErrorException.class,
              () ->
                  get(
                      editor
                          .server()
                          .getTextDocumentService()
                          .moniker(new MonikerParams(Editor.id(file), new Position(0, 0)))));
      assertEquals(ResponseErrorCode.MethodNotFound.getValue(), known.getResponseError().getCode());
      ResponseErrorException unknown =
          assertThrows(
              ResponseErrorException.class,
              () -> get(editor.launcher().getRemoteEndpoint().request("vmn/nonsense", null)));
      assertEquals(
          ResponseErrorCode.MethodNotFound.getValue(), unknown.getResponseError().getCode());
    }
  }

  @Test
  void endsWhenToldToAndWhenTheEditorIsGone() {
    try (Editor editor = Editor.on(folder)) {
      get(editor.server().shutdown());
      editor.server().exit();
      assertEquals(0, get(editor.status()));
    }
    try (Editor editor = Editor.on(folder)) {
      editor.hangUp();
      assertEquals(1, get(editor.status()));
    }
  }
}
