package org.vmn.generator.compile;

import com.google.inject.Injector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.resource.IResourceFactory;
import org.eclipse.xtext.resource.IResourceServiceProvider;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.IResourceValidator;
import org.eclipse.xtext.validation.Issue;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.VmnStandaloneSetup;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.dsl.expand.Expansions;
import org.vmn.dsl.expand.Overrides;
import org.vmn.dsl.imports.Library;
import org.vmn.dsl.imports.Origins;
import org.vmn.dsl.imports.RootFolder;
import org.vmn.dsl.vmn.Model;
import org.vmn.generator.compile.Compilation.Locks;
import org.vmn.generator.elaborate.Elaboration;
import org.vmn.generator.elaborate.Elaborator;
import org.vmn.generator.guideline.Theorems;
import org.vmn.generator.lock.Lock;
import org.vmn.generator.lock.LockException;
import org.vmn.generator.lock.LockFile;
import org.vmn.generator.lock.Rivals;
import org.vmn.generator.project.ProjectFile;
import org.vmn.generator.project.RuleNames;
import org.vmn.generator.project.Settings;
import org.vmn.generator.project.SettingsReader;
import org.vmn.generator.project.SuppressionReader;
import org.vmn.generator.project.Suppressions;
import org.vmn.runtime.network.Network;

/** Compiles files: parses, links, validates and elaborates. Sets the language up once. */
public final class Compiler {
  private final Injector injector;

  public Compiler() {
    injector = new VmnStandaloneSetup().createInjectorAndDoEMFRegistration();
  }

  public Injector injector() {
    return injector;
  }

  /** Compiles a file and those that it imports. */
  public Compilation compile(Source source) throws SourceException {
    return compile(source, Depth.CHECK);
  }

  /** Compiles a file and those that it imports, and looks at them as closely as is asked. */
  public Compilation compile(Source source, Depth depth) throws SourceException {
    return compile(load(source), project(source), depth);
  }

  private static Optional<Path> project(Source source) {
    return ProjectFile.find(source.path());
  }

  /**
   * A file as it is written, neither linked nor validated.
   *
   * @param syntax what keeps it from being parsed; without a network
   */
  public record Parsed(XtextResource file, Compilation syntax) {}

  /** Parses a file and nothing else. */
  public Parsed parse(Source source) throws SourceException {
    XtextResource file = load(source);
    Origins origins = new Origins(file.getURI());
    List<Problem> problems = List.of();
    if (file.getParseResult().hasSyntaxErrors()) {
      problems =
          validate(file, origins).stream().filter(p -> p.code().id().startsWith("VMN1")).toList();
    }
    SourceTexts texts = new SourceTexts();
    texts.put(origins.label(file.getURI()), file.getParseResult().getRootNode().getText());
    return new Parsed(
        file,
        new Compilation(
            model(file),
            null,
            problems,
            Suppressions.NONE,
            Settings.NONE,
            Depth.CHECK,
            texts,
            Set.of(source.path()),
            Locks.NONE));
  }

  private XtextResource load(Source source) throws SourceException {
    if (Counts.named(source.variables()).isEmpty()) {
      return loadAsIs(source);
    }
    Model written = model(loadAsIs(source.with(Map.of())));
    return loadAsIs(written == null ? source : Counts.set(source, written));
  }

  private XtextResource loadAsIs(Source source) throws SourceException {
    XtextResourceSet resources = injector.getInstance(XtextResourceSet.class);
    URI uri = URI.createFileURI(source.path().toAbsolutePath().normalize().toString());
    // By the language's own factory, so that a file may have any name.
    XtextResource root =
        (XtextResource) injector.getInstance(IResourceFactory.class).createResource(uri);
    resources.getResources().add(root);
    RootFolder.put(resources, List.of(uri.trimSegments(1)));
    try {
      root.load(
          new ByteArrayInputStream(source.bytes()),
          Map.of(XtextResource.OPTION_ENCODING, StandardCharsets.UTF_8.name()));
    } catch (IOException e) {
      throw new SourceException("can't read `" + source.path() + "`: " + e.getMessage());
    }
    Overrides.put(root, source.variables());
    return root;
  }

  /** Validates a loaded file and those that it imports, and elaborates it when nothing is wrong. */
  private Compilation compile(XtextResource root, Optional<Path> project, Depth depth) {
    Origins origins = new Origins(root.getURI());
    List<Problem> problems = new ArrayList<>(validate(root, origins));
    // Validation has resolved the imports and so loaded their files; they may import more.
    List<Resource> files = root.getResourceSet().getResources();
    for (int i = 0; i < files.size(); i++) {
      if (files.get(i) instanceof XtextResource file
          && !file.equals(root)
          && !Library.contains(file.getURI())) {
        problems.addAll(validate(file, origins));
      }
    }
    SourceTexts texts = new SourceTexts();
    SuppressionReader comments = new SuppressionReader();
    for (Resource file : files) {
      if (file instanceof XtextResource xtext && xtext.getParseResult() != null) {
        String name = origins.label(file.getURI());
        texts.put(name, xtext.getParseResult().getRootNode().getText());
        comments.read(xtext, name);
      }
    }
    Settings settings = project.map(f -> settings(f, origins, texts)).orElse(Settings.NONE);
    problems.addAll(settings.problems());
    if (project.isPresent()) {
      problems.addAll(unknownRules(settings, project.get(), files, origins, texts));
    }
    Model model = model(root);
    Network network = null;
    Locks locks = Locks.NONE;
    Lock before = lock(root, problems, texts);
    if (model != null && problems.stream().noneMatch(Problem::isError)) {
      Elaboration elaboration = Elaborator.elaborate(model, before);
      locks = new Locks(before, elaboration.lock());
      problems.addAll(divided(root, locks, texts));
      network = theorems(elaboration.network(), model, origins, settings);
      problems.addAll(elaboration.problems());
    }
    Model expanded = model == null ? null : Expansions.ofRoot(model).copyOf(model);
    if (expanded != null && network != null) {
      problems.addAll(Inspection.of(network, expanded, origins, settings, depth));
    }
    Suppressions.Sifted sifted = comments.done().sift(problems);
    problems = new ArrayList<>(sifted.problems());
    if (problems.stream().anyMatch(Problem::isError)) {
      network = null;
    }
    problems.sort(
        Comparator.comparing((Problem p) -> p.origin().file())
            .thenComparingInt(p -> p.origin().line())
            .thenComparingInt(p -> p.origin().column()));
    return new Compilation(
        expanded,
        network,
        problems,
        sifted.suppressions(),
        settings,
        depth,
        texts,
        Inputs.of(files),
        locks);
  }

  private static @Nullable Network theorems(
      @Nullable Network network, Model model, Origins origins, Settings settings) {
    return network == null
        ? null
        : Theorems.with(
            network, Elaborator.files(Expansions.ofRoot(model).copyOf(model)), origins, settings);
  }

  private static Lock lock(XtextResource root, List<Problem> problems, SourceTexts texts) {
    Path file = Path.of(root.getURI().toFileString());
    try {
      return LockFile.read(file);
    } catch (LockException e) {
      texts.put(LockFile.NAME, LockFile.shown(file));
      problems.add(LockProblems.unreadable(e));
      return Lock.EMPTY;
    }
  }

  private static List<Problem> divided(XtextResource root, Locks locks, SourceTexts texts) {
    List<Rivals.Pair> rivals = Rivals.of(locks.before(), locks.after());
    if (rivals.isEmpty()) {
      return List.of();
    }
    // Else it is no source of the network.
    String text = LockFile.shown(Path.of(root.getURI().toFileString()));
    texts.put(LockFile.NAME, text);
    return LockProblems.divided(rivals, text);
  }

  private static Settings settings(Path file, Origins origins, SourceTexts texts) {
    String name = origins.label(URI.createFileURI(file.toString()));
    String text = ProjectFile.text(file);
    Settings settings = SettingsReader.read(name, text);
    if (!settings.problems().isEmpty()) {
      // Else it is no source of the network.
      texts.put(name, text);
    }
    return settings;
  }

  private static List<Problem> unknownRules(
      Settings settings, Path file, List<Resource> files, Origins origins, SourceTexts texts) {
    if (settings.rules().isEmpty()) {
      return List.of();
    }
    String name = origins.label(URI.createFileURI(file.toString()));
    List<Problem> unknown = RuleNames.unknown(settings, file, name, texts(files));
    if (!unknown.isEmpty()) {
      texts.put(name, ProjectFile.text(file));
    }
    return unknown;
  }

  private static List<String> texts(List<Resource> files) {
    return files.stream()
        .filter(f -> f instanceof XtextResource text && text.getParseResult() != null)
        .map(f -> ((XtextResource) f).getParseResult().getRootNode().getText())
        .toList();
  }

  private static @Nullable Model model(Resource resource) {
    EObject content = resource.getContents().isEmpty() ? null : resource.getContents().get(0);
    return content instanceof Model model ? model : null;
  }

  private static List<Problem> validate(XtextResource file, Origins origins) {
    IResourceServiceProvider services = file.getResourceServiceProvider();
    IResourceValidator validator = services.getResourceValidator();
    List<Issue> issues = validator.validate(file, CheckMode.ALL, CancelIndicator.NullImpl);
    return issues.stream()
        .filter(Issues::counts)
        .map(i -> Issues.problem(i, file.getURI(), origins))
        .toList();
  }
}
