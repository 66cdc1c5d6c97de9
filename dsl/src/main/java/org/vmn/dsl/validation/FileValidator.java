package org.vmn.dsl.validation;

import java.util.List;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.Issue;
import org.eclipse.xtext.validation.ResourceValidatorImpl;

/**
 * What is reported of a file, phase by phase: as long as its text can't be read, that is all there
 * is to say, and names that the parser never came to are not called unknown.
 */
public class FileValidator extends ResourceValidatorImpl {

  @Override
  public List<Issue> validate(Resource resource, CheckMode mode, CancelIndicator cancel) {
    IParseResult parsed = resource instanceof XtextResource file ? file.getParseResult() : null;
    return parsed != null && parsed.hasSyntaxErrors()
        ? SyntaxIssues.of(resource, parsed)
        : super.validate(resource, mode, cancel);
  }
}
