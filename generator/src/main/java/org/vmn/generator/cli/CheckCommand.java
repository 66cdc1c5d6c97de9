package org.vmn.generator.cli;

import com.google.inject.Injector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.resource.IResourceServiceProvider;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.IResourceValidator;
import org.eclipse.xtext.validation.Issue;
import org.vmn.dsl.VmnStandaloneSetup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Placeholder: parses and validates one file. */
@Command(name = "check", description = "Checks a file and reports what is wrong with it.")
final class CheckCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The file to check.")
  private Path file;

  @Override
  public Integer call() {
    if (!Files.isReadable(file)) {
      spec.commandLine().getErr().println("error: can't read " + file);
      return 2;
    }
    Injector injector = new VmnStandaloneSetup().createInjectorAndDoEMFRegistration();
    XtextResourceSet set = injector.getInstance(XtextResourceSet.class);
    Resource resource = set.getResource(URI.createFileURI(file.toAbsolutePath().toString()), true);
    IResourceValidator validator =
        injector.getInstance(IResourceServiceProvider.class).getResourceValidator();
    List<Issue> issues = validator.validate(resource, CheckMode.ALL, CancelIndicator.NullImpl);
    for (Issue issue : issues) {
      spec.commandLine()
          .getErr()
          .printf(
              "error: %s%n --> %s:%d:%d%n",
              issue.getMessage(), file, issue.getLineNumber(), issue.getColumn());
    }
    return issues.isEmpty() ? 0 : 1;
  }
}
