package org.vmn.tests.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.TextDocumentIdentifier;

/**
 * What one waits for in an editor, through the protocol, of a server that is a process: how long it
 * takes as a clock sees it, and what the server computes for it.
 *
 * <p>Arguments: what to measure, and what starts the server, such as {@code
 * workspace,1000,10000,100000 ./vmn lsp}. A number is that of the statements of one file.
 */
public final class EditorSpeed {
  private static final String WORKSPACE = "workspace";
  private static final int TIMES = 20;
  private static final long WARM_NANOS = TimeUnit.SECONDS.toNanos(4);
  private static final int FILES = 50;
  private static final int MACHINES = 100;

  private final List<String> command;

  private EditorSpeed(List<String> command) {
    this.command = command;
  }

  public static void main(String[] arguments) throws IOException {
    System.out.printf("%-52s %9s %9s %12s%n", "", "median", "95 %", "processor");
    List<String> all = List.of(arguments);
    EditorSpeed speed = new EditorSpeed(all.subList(1, all.size()));
    for (String part : all.get(0).split(",", -1)) {
      if (part.equals(WORKSPACE)) {
        speed.workspace();
      } else {
        speed.file(Integer.parseInt(part));
      }
    }
    System.exit(0);
  }

  /** Fifty files of a hundred machines each on one segment, and one that imports them all. */
  private void workspace() throws IOException {
    Path folder = Files.createTempDirectory("vmn-editor");
    Path base =
        Files.writeString(folder.resolve("base.vmn"), "segment lan { subnet 10.0.0.0/16 }\n");
    StringBuilder root = new StringBuilder("network bench\nimport base.{lan}\n");
    for (int i = 0; i < FILES; i++) {
      StringBuilder part = new StringBuilder("import base.{lan}\n");
      for (int m = 0; m < MACHINES; m++) {
        part.append("vm p%d-m%d { nic lan }\n".formatted(i, m));
      }
      Files.writeString(folder.resolve("part" + i + ".vmn"), part);
      root.append("import part").append(i).append('\n');
    }
    root.append("policy default deny\nallow p0-m0 -> p1-m0\nassert p0-m0 reaches p2-m0\n");
    Path file = Files.writeString(folder.resolve("root.vmn"), root);

    long before = System.nanoTime();
    try (EditorProcess editor = new EditorProcess(command)) {
      editor.initialize(folder);
      once("initialize, with the start of the process", before, editor);
      editor.initialized();
      editor.open(file, root.toString());
      editor.await(file, EditorSpeed::isWrong);
      once("folder of 51 files, 5,000 machines: until proved", before, editor);
      Range target = find(root.toString(), "-> p1-m0", 3, "1");
      measure(
          "keystroke to verdict in it",
          editor,
          i -> {
            editor.type(file, target, i % 2 == 0 ? "2" : "1");
            editor.await(file, d -> isWrong(d) == (i % 2 == 1));
          });
      Position name = new Position(0, 9);
      TextDocumentIdentifier id = new TextDocumentIdentifier(EditorProcess.uri(base));
      measure(
          "rename a segment in 51 files, 5,000 places",
          editor,
          i -> EditorProcess.get(editor.documents().rename(new RenameParams(id, name, "net" + i))));
      System.out.printf("%-52s %9d%n", "heap, MB", editor.heap());
    }
  }

  /** One file of so many statements. */
  private void file(int statements) throws IOException {
    Path folder = Files.createTempDirectory("vmn-editor");
    String text = Statements.network(statements);
    Path file = Files.writeString(folder.resolve("root.vmn"), text);
    TextDocumentIdentifier id = new TextDocumentIdentifier(EditorProcess.uri(file));
    System.out.println(statements + " statements");
    try (EditorProcess editor = new EditorProcess(command)) {
      editor.initialize(folder);
      editor.initialized();
      editor.open(file, text);
      editor.await(file, d -> true);
      Range name = find(text, "vm s1-db { memory 4 GiB; nic s1", 30, "1");
      Range port = find(text, "allow s1-web -> s1-db", 20, "b");
      measure(
          "  keystroke to names and syntax",
          editor,
          i -> {
            editor.type(file, name, i % 2 == 0 ? "x" : "1");
            editor.await(file, d -> isWrong(d) == (i % 2 == 0));
          });
      Position at = name.getStart();
      measure(
          "  completion",
          editor,
          i -> EditorProcess.get(editor.documents().completion(new CompletionParams(id, at))));
      measure(
          "  hover",
          editor,
          i -> EditorProcess.get(editor.documents().hover(new HoverParams(id, port.getStart()))));
      measure(
          "  definition",
          editor,
          i ->
              EditorProcess.get(
                  editor.documents().definition(new DefinitionParams(id, port.getStart()))));
      measure(
          "  symbols",
          editor,
          i -> EditorProcess.get(editor.documents().documentSymbol(new DocumentSymbolParams(id))));
      measure(
          "  folding",
          editor,
          i ->
              EditorProcess.get(
                  editor.documents().foldingRange(new FoldingRangeRequestParams(id))));
      System.out.printf("%-52s %9d%n", "  heap, MB", editor.heap());
    }
  }

  private static boolean isWrong(List<Diagnostic> diagnostics) {
    return diagnostics.stream().anyMatch(d -> d.getSeverity() == DiagnosticSeverity.Error);
  }

  private interface Step {
    void run(int time);
  }

  private static void once(String what, long since, EditorProcess editor) {
    System.out.printf(
        "%-52s %6.0f ms %22d ms%n",
        what, (System.nanoTime() - since) / 1e6, editor.processor().toMillis());
  }

  /** Once for as often as the JVM of the server needs to warm up, then for the figures. */
  private static void measure(String what, EditorProcess editor, Step step) {
    long warm = System.nanoTime() + WARM_NANOS;
    for (int i = 0; i < TIMES || i % 2 == 1 || System.nanoTime() < warm; i++) {
      step.run(i);
    }
    double[] times = new double[TIMES];
    long processor = editor.processor().toMillis();
    for (int i = 0; i < TIMES; i++) {
      long before = System.nanoTime();
      step.run(i);
      times[i] = (System.nanoTime() - before) / 1e6;
    }
    processor = editor.processor().toMillis() - processor;
    Arrays.sort(times);
    System.out.printf(
        "%-52s %6.1f ms %6.1f ms %9.1f ms%n",
        what, times[TIMES / 2], times[TIMES * 95 / 100], (double) processor / TIMES);
  }

  /** Where a piece of a text stands: some characters behind the first place of another. */
  private static Range find(String text, String piece, int behind, String expected) {
    int offset = text.indexOf(piece) + behind;
    offset = text.indexOf(expected, offset);
    int line = (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    int column = offset - (text.lastIndexOf('\n', offset - 1) + 1);
    return new Range(new Position(line, column), new Position(line, column + expected.length()));
  }
}
