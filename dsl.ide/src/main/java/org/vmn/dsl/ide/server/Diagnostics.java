package org.vmn.dsl.ide.server;

import com.google.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.common.util.URI;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticCodeDescription;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticTag;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.xtext.ide.server.UriExtensions;
import org.eclipse.xtext.validation.Issue;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.IssueData;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.runtime.network.Origin;

/**
 * Completes Xtext's diagnostics: the source, our codes, a link to the code's page, tags, a range to
 * see.
 */
final class Diagnostics {
  static final String SOURCE = "vmn";

  @Inject private UriExtensions uris;

  Diagnostic complete(Diagnostic diagnostic, Issue issue, VirtualDocuments pages) {
    diagnostic.setSource(SOURCE);
    Optional<Code> code = issue.getCode() == null ? Optional.empty() : Code.find(issue.getCode());
    if (code.isEmpty() && issue.isSyntaxError()) {
      code = Optional.of(Code.SYNTAX);
    }
    if (code.isPresent()) {
      diagnostic.setCode(code.get().id());
      pages
          .page(code.get())
          .map(DiagnosticCodeDescription::new)
          .ifPresent(diagnostic::setCodeDescription);
      if (code.get().name().startsWith("UNUSED")) {
        diagnostic.setTags(List.of(DiagnosticTag.Unnecessary));
      }
    } else {
      diagnostic.setCode((String) null);
    }
    diagnostic.setRange(visible(diagnostic.getRange()));
    List<Problem.Label> labels = IssueData.labels(issue.getData());
    if (!labels.isEmpty()) {
      diagnostic.setRelatedInformation(labels.stream().map(this::related).toList());
    }
    return diagnostic;
  }

  private DiagnosticRelatedInformation related(Problem.Label label) {
    Origin origin = label.origin();
    Range range =
        new Range(
            new Position(origin.line() - 1, origin.column() - 1),
            new Position(origin.endLine() - 1, origin.endColumn() - 1));
    return new DiagnosticRelatedInformation(
        new Location(uris.toUriString(URI.createURI(origin.file())), range), label.text());
  }

  /** Editors show nothing of an empty range. */
  private static Range visible(Range range) {
    Position start = range.getStart();
    return range.getEnd().equals(start)
        ? new Range(start, new Position(start.getLine(), start.getCharacter() + 1))
        : range;
  }
}
