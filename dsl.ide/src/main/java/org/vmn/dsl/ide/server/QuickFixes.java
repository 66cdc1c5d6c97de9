package org.vmn.dsl.ide.server;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.emf.common.util.URI;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.xtext.ide.server.Document;
import org.eclipse.xtext.ide.server.UriExtensions;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.validation.Issue;
import org.vmn.dsl.diagnostics.Fix;
import org.vmn.dsl.diagnostics.IssueData;
import org.vmn.dsl.imports.Library;

/** Offers the fixes of problems, those that {@code vmn check --fix} makes, as code actions. */
final class QuickFixes {
  private final Workspace workspace;
  private final UriExtensions uris;

  @Inject
  QuickFixes(Workspace workspace, UriExtensions uris) {
    this.workspace = workspace;
    this.uris = uris;
  }

  /**
   * @param toDiagnostic how the server tells the editor of an issue
   */
  List<Either<Command, CodeAction>> at(
      URI file, CodeActionParams params, Function<Issue, Diagnostic> toDiagnostic) {
    List<Either<Command, CodeAction>> actions = new ArrayList<>();
    for (Issue issue : workspace.publisher().issues(file)) {
      List<Fix> fixes = IssueData.fixes(issue.getData());
      if (fixes.isEmpty()) {
        continue;
      }
      Diagnostic diagnostic = toDiagnostic.apply(issue);
      if (touch(diagnostic.getRange(), params.getRange())) {
        for (Fix fix : fixes) {
          edit(fix).ifPresent(e -> actions.add(Either.forRight(action(fix, e, diagnostic))));
        }
      }
    }
    return actions;
  }

  private static CodeAction action(Fix fix, WorkspaceEdit edit, Diagnostic diagnostic) {
    CodeAction action = new CodeAction(fix.title());
    action.setKind(CodeActionKind.QuickFix);
    action.setDiagnostics(List.of(diagnostic));
    action.setIsPreferred(fix.certain());
    action.setEdit(edit);
    return action;
  }

  /** Empty when it would change a file that isn't loaded, or the library. */
  private Optional<WorkspaceEdit> edit(Fix fix) {
    Map<String, List<TextEdit>> changes = new LinkedHashMap<>();
    for (Fix.Edit edit : fix.edits()) {
      URI file = URI.createURI(edit.range().file());
      if (Library.contains(file)
          || !(workspace.known(file).orElse(null) instanceof XtextResource resource)) {
        return Optional.empty();
      }
      Document document = workspace.getDocument(resource);
      var made = org.vmn.generator.fix.TextEdit.of(document.getContents(), edit);
      Range range = new Range(document.getPosition(made.start()), document.getPosition(made.end()));
      changes
          .computeIfAbsent(uris.toUriString(file), f -> new ArrayList<>())
          .add(new TextEdit(range, made.replacement()));
    }
    return Optional.of(new WorkspaceEdit(changes));
  }

  private static boolean touch(Range a, Range b) {
    return !before(a.getEnd(), b.getStart()) && !before(b.getEnd(), a.getStart());
  }

  private static boolean before(Position a, Position b) {
    return a.getLine() < b.getLine()
        || a.getLine() == b.getLine() && a.getCharacter() < b.getCharacter();
  }
}
