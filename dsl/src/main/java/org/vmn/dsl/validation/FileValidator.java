package org.vmn.dsl.validation;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.Issue;
import org.eclipse.xtext.validation.ResourceValidatorImpl;
import org.vmn.dsl.expand.Expansion;
import org.vmn.dsl.expand.Expansions;
import org.vmn.dsl.vmn.Model;
import org.vmn.dsl.vmn.Template;

/**
 * What is reported of a file, phase by phase: as long as its text can't be read, that is all there
 * is to say, and names that the parser never came to are not called unknown. A file with something
 * to expand is checked as it is written out: its names, then what its expressions come to, then
 * what was made of it.
 */
public class FileValidator extends ResourceValidatorImpl {

  @Override
  public List<Issue> validate(Resource resource, CheckMode mode, CancelIndicator cancel) {
    IParseResult parsed = resource instanceof XtextResource file ? file.getParseResult() : null;
    if (parsed != null && parsed.hasSyntaxErrors()) {
      return SyntaxIssues.of(resource, parsed);
    }
    if (parsed == null || !(parsed.getRootASTElement() instanceof Model model)) {
      return super.validate(resource, mode, cancel);
    }
    Expansion expansion = Expansions.of(model);
    return expansion.isExpanded(model)
        ? expanded(resource, model, expansion, mode, cancel)
        : super.validate(resource, mode, cancel);
  }

  private List<Issue> expanded(
      Resource resource, Model model, Expansion expansion, CheckMode mode, CancelIndicator cancel) {
    List<Issue> issues = new ArrayList<>();
    resolveProxies(resource, cancel);
    collectResourceDiagnostics(resource, cancel, issues::add);
    ExpandedIssues expanded = new ExpandedIssues(resource);
    expansion.findings().forEach(f -> expanded.add(f, issues));
    if (expansion.isBlocked() || !expansion.findings().isEmpty() || !issues.isEmpty()) {
      return issues;
    }
    Model copy = expansion.copyOf(model);
    validate(copy.eResource(), copy, mode, cancel, i -> expanded.add(i, copy.eResource(), issues));
    for (Template template : expansion.madeFor(model)) {
      Resource file = template.eResource();
      validate(file, template.eContainer(), mode, cancel, i -> expanded.add(i, file, issues));
    }
    return issues;
  }
}
