package org.vmn.dsl.ide.server;

import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticCodeDescription;
import org.eclipse.lsp4j.DiagnosticTag;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.xtext.validation.Issue;
import org.vmn.dsl.diagnostics.Code;

/** Completes Xtext's diagnostics: the source, our codes, a link to the code's page, tags, a range to see. */
final class Diagnostics {
  static final String SOURCE = "vmn";

  private Diagnostics() {}

  static Diagnostic complete(Diagnostic diagnostic, Issue issue, VirtualDocuments pages) {
    diagnostic.setSource(SOURCE);
    Optional<Code> code = issue.getCode() == null ? Optional.empty() : Code.find(issue.getCode());
    if (code.isEmpty() && issue.isSyntaxError()) {
      code = Optional.of(Code.SYNTAX);
    }
    if (code.isPresent()) {
      diagnostic.setCode(code.get().id());
      pages.page(code.get()).map(DiagnosticCodeDescription::new).ifPresent(diagnostic::setCodeDescription);
      if (code.get().name().startsWith("UNUSED")) {
        diagnostic.setTags(List.of(DiagnosticTag.Unnecessary));
      }
    } else {
      diagnostic.setCode((String) null);
    }
    diagnostic.setRange(visible(diagnostic.getRange()));
    return diagnostic;
  }

  /** Editors show nothing of an empty range. */
  private static Range visible(Range range) {
    Position start = range.getStart();
    return range.getEnd().equals(start)
        ? new Range(start, new Position(start.getLine(), start.getCharacter() + 1))
        : range;
  }
}
