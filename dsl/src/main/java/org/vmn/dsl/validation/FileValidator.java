package org.vmn.dsl.validation;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.common.util.BasicDiagnostic;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.util.IAcceptor;
import org.eclipse.xtext.validation.AbstractInjectableValidator;
import org.eclipse.xtext.validation.CancelableDiagnostician;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.Issue;
import org.eclipse.xtext.validation.ResourceValidatorImpl;
import org.vmn.dsl.expand.Expansion;
import org.vmn.dsl.expand.Expansions;
import org.vmn.dsl.scoping.Contents;
import org.vmn.dsl.vmn.Model;
import org.vmn.dsl.vmn.Template;

/**
 * What is reported of a file, phase by phase: as long as its text can't be read, that is all there
 * is to say, and names that the parser never came to are not called unknown. A file with something
 * to expand is checked as it is written out: its names, then what its expressions come to, then
 * what was made of it.
 */
public class FileValidator extends ResourceValidatorImpl {
  @Inject private VmnValidator validator;

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

  /** Patches Xtext 2.42, whose way from element to element costs more than the checks. */
  @Override
  protected void validate(
      Resource resource,
      EObject root,
      CheckMode mode,
      CancelIndicator cancel,
      IAcceptor<Issue> issues) {
    Map<Object, Object> context = new HashMap<>();
    context.put(CheckMode.KEY, mode);
    context.put(CancelableDiagnostician.CANCEL_INDICATOR, cancel);
    context.put(
        AbstractInjectableValidator.CURRENT_LANGUAGE_NAME,
        ((XtextResource) resource).getLanguageName());
    BasicDiagnostic found = new BasicDiagnostic();
    Contents.forEach(
        root,
        element -> {
          getOperationCanceledManager().checkCanceled(cancel);
          validator.validate(element.eClass(), element, found, context);
        });
    found.getChildren().forEach(d -> issueFromEValidatorDiagnostic(d, issues));
  }

  private List<Issue> expanded(
      Resource resource, Model model, Expansion expansion, CheckMode mode, CancelIndicator cancel) {
    List<Issue> issues = new ArrayList<>();
    resolveProxies(resource, cancel);
    collectResourceDiagnostics(resource, cancel, issues::add);
    ExpandedIssues expanded = new ExpandedIssues(resource, issues);
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
    for (Template template : expansion.samplesOf(model)) {
      Resource file = template.eResource();
      validate(
          file,
          template.eContainer(),
          mode,
          cancel,
          i -> {
            if (Expansion.OF_TYPES.stream().anyMatch(c -> c.id().equals(i.getCode()))) {
              expanded.add(i, file, issues);
            }
          });
    }
    return issues;
  }
}
