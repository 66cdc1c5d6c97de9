package org.vmn.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.vmn.tests.editor.Editor.get;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Variables, parameters and repetitions' variables, wherever an expression names them. */
class ValuesTest {
  private static final String TEXT =
      """
      network n
      import lib.{base}
      var cores = 2
      var big: memory = 4 GiB * cores
      template node(size: memory, net: segment) {
        memory 2 * size
        nic net { address host(base, cores + 7) }
        label note ("of ${size}")
      }
      segment lan { subnet subnet(base, 8, 1) }
      vm a[cores] : node(size = big, net = lan)
      for i in 1..cores { vm m-${i} { nic lan; cpu i * cores } }
      rule "few" { every vm { count <= cores; cpu <= 8 + cores } }
      """;

  @TempDir private Path folder;

  /** Where the n-th occurrence of a text begins, the first being 1. */
  private static Position nth(String word, int n) {
    int at = -1;
    for (int i = 0; i < n; i++) {
      at = TEXT.indexOf(word, at + 1);
      assertTrue(at >= 0, word);
    }
    return position(at);
  }

  private static Position position(int offset) {
    String before = TEXT.substring(0, offset);
    int line = (int) before.chars().filter(c -> c == '\n').count();
    return new Position(line, offset - (before.lastIndexOf('\n') + 1));
  }

  private Path open(Editor editor) {
    Editor.write(folder.resolve("lib.vmn"), "var base = 10.0.0.0/16\n");
    Path file = editor.open(folder.resolve("n.vmn"), TEXT);
    editor.diagnostics(file, List::isEmpty);
    return file;
  }

  private static String hover(Editor editor, Path file, Position at) {
    return get(editor.server().getTextDocumentService().hover(new HoverParams(Editor.id(file), at)))
        .getContents()
        .getRight()
        .getValue();
  }

  @Test
  void hoverShowsDeclarationAndValue() {
    try (Editor editor = Editor.on(folder)) {
      Path file = open(editor);
      assertTrue(hover(editor, file, nth("big", 2)).contains("var big: memory = 4 GiB * cores"));
      assertTrue(hover(editor, file, nth("big", 2)).contains("value: `8 GiB`"));
      assertTrue(hover(editor, file, nth("size", 2)).contains("size: memory"));
      assertTrue(hover(editor, file, nth("size}", 1)).contains("size: memory"));
      assertTrue(hover(editor, file, nth("i * cores", 1)).contains("for i in 1..cores"));
      assertTrue(hover(editor, file, nth("base", 2)).contains("var base = 10.0.0.0/16"));
    }
  }

  @Test
  void definitionLeadsToTheDeclaration() {
    try (Editor editor = Editor.on(folder)) {
      Path file = open(editor);
      assertEquals("n.vmn " + nth("cores", 1), definition(editor, file, nth("cores + 7", 1)));
      assertEquals("n.vmn " + nth("size", 1), definition(editor, file, nth("size = big", 1)));
      assertEquals("n.vmn " + nth("i in", 1), definition(editor, file, nth("i}", 1)));
      assertEquals("lib.vmn " + new Position(0, 4), definition(editor, file, nth("base, 8", 1)));
    }
  }

  private static String definition(Editor editor, Path file, Position at) {
    Location found =
        get(editor
                .server()
                .getTextDocumentService()
                .definition(new DefinitionParams(Editor.id(file), at)))
            .getLeft()
            .get(0);
    return found.getUri().replaceAll(".*/", "") + " " + found.getRange().getStart();
  }

  @Test
  void referencesAreAllUses() {
    try (Editor editor = Editor.on(folder)) {
      Path file = open(editor);
      List<? extends Location> found =
          get(
              editor
                  .server()
                  .getTextDocumentService()
                  .references(
                      new ReferenceParams(
                          Editor.id(file), nth("cores", 1), new ReferenceContext(false))));
      List<Position> expected = new ArrayList<>();
      for (int i = 2; i <= 8; i++) {
        expected.add(nth("cores", i));
      }
      assertEquals(
          expected.stream().map(Position::toString).sorted().toList(),
          found.stream().map(l -> l.getRange().getStart().toString()).sorted().toList());
    }
  }

  @Test
  void renameChangesEveryUse() {
    try (Editor editor = Editor.on(folder)) {
      Path file = open(editor);
      assertEquals(TEXT.replace("cores", "cpus"), renamed(editor, file, nth("cores", 3), "cpus"));
      assertEquals(TEXT.replace("cores", "cpus"), renamed(editor, file, nth("cores", 7), "cpus"));
      assertEquals(TEXT.replace("size", "ram"), renamed(editor, file, nth("size", 2), "ram"));
      assertEquals(
          TEXT.replace("i in 1", "k in 1").replace("${i}", "${k}").replace("cpu i", "cpu k"),
          renamed(editor, file, nth("i in", 1), "k"));
      assertThrows(
          ResponseErrorException.class, () -> renamed(editor, file, nth("cores", 1), "memory"));
      assertThrows(
          ResponseErrorException.class, () -> renamed(editor, file, nth("size", 1), "net"));
    }
  }

  private static String renamed(Editor editor, Path file, Position at, String name) {
    Map<String, List<TextEdit>> changes =
        get(editor
                .server()
                .getTextDocumentService()
                .rename(new RenameParams(Editor.id(file), at, name)))
            .getChanges();
    StringBuilder text = new StringBuilder(TEXT);
    changes.get(Editor.uri(file)).stream()
        .sorted((a, b) ->
            Integer.compare(offset(b.getRange().getStart()), offset(a.getRange().getStart())))
        .forEach(e ->
            text.replace(
                offset(e.getRange().getStart()), offset(e.getRange().getEnd()), e.getNewText()));
    return text.toString();
  }

  private static int offset(Position position) {
    int at = 0;
    for (int i = 0; i < position.getLine(); i++) {
      at = TEXT.indexOf('\n', at) + 1;
    }
    return at + position.getCharacter();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "memory 2 * |[base, big, cores, net, size]",
        "lan; cpu |[base, big, cores, i]",
        "cpu i * |[base, big, cores, i]",
        "address host(base, |[base, big, cores, net, size]",
        "vm a[|[base, big, cores]",
        "for i in |[base, big, cores]",
        "(size = |[base, big, cores]",
        "= 4 GiB * |[base, big, cores]",
        "subnet sub|[subnet(prefix, bits, n)]",
        "of ${s|[size, subnet(prefix, bits, n), sum(list)]",
      })
  void completionProposesWhatIsVisible(String before, String expected) {
    try (Editor editor = Editor.on(folder)) {
      Path file = open(editor);
      assertEquals(expected, proposed(editor, file, before).toString());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "vm a : node(|[cores, net, size]",
        "vm a : node(cores = 2,|[net, size]",
        "vm a : node(cores = max(1, 2), s|[size]",
        "vm a : node(\\n  cores = 2, // two\\n  |[net, size]",
        "template t : node(|[cores, net, size]",
        "vm a : other(|[]",
        "vm a { nic(|[]",
        "group g = vm1(|[]",
      })
  void completionProposesArgumentsThatAreMissing(String before, String expected) {
    String head =
        "segment lan\n"
            + "template node(cores: number, net: segment, size: memory = 1 GiB) { cpu cores }\n";
    try (Editor editor = Editor.on(folder)) {
      String text = head + before.replace("\\n", "\n");
      Path file = editor.open(folder.resolve("arguments.vmn"), text + "\nvm z\n");
      assertEquals(expected, labels(editor, file, text).toString());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "var x = 1 +\\n  |[few, many, x]",
        "var x = max(\\n  1,\\n  |[few, many, x]",
        "var x = max(\\n  1, // one\\n  2\\n  + |[few, many, x]",
        "var x = [\\n  few,\\n  |[few, many, x]",
        "vm a {\\n  cpu 2 *\\n    |[few, many]",
      })
  void completionProposesValuesInExpressionsOfSeveralLines(String before, String expected) {
    try (Editor editor = Editor.on(folder)) {
      String text = "var few = 2\nvar many = 8\n" + before.replace("\\n", "\n");
      Path file = editor.open(folder.resolve("lines.vmn"), text + "\nvm z\n");
      assertEquals(expected, labels(editor, file, text).toString());
    }
  }

  @Test
  void completionProposesParametersOfTheKind() {
    try (Editor editor = Editor.on(folder)) {
      Path file = open(editor);
      assertEquals(List.of("lan", "net"), proposed(editor, file, "* size\n  nic "));
    }
  }

  /** At the end of a text that begins a file. */
  private static List<String> labels(Editor editor, Path file, String text) {
    int line = (int) text.chars().filter(c -> c == '\n').count();
    Position at = new Position(line, text.length() - text.lastIndexOf('\n') - 1);
    List<CompletionItem> items = editor.completion(file, at);
    return new ArrayList<>(new TreeSet<>(items.stream().map(CompletionItem::getLabel).toList()));
  }

  private static List<String> proposed(Editor editor, Path file, String before) {
    int at = TEXT.indexOf(before);
    assertTrue(at >= 0, before);
    List<CompletionItem> items = editor.completion(file, position(at + before.length()));
    return new ArrayList<>(new TreeSet<>(items.stream().map(CompletionItem::getLabel).toList()));
  }
}
