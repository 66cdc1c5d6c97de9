package org.vmn.tests.language;

import com.google.inject.Inject;
import com.google.inject.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.formatting2.FormatterRequest;
import org.eclipse.xtext.formatting2.IFormatter2;
import org.eclipse.xtext.formatting2.regionaccess.ITextRegionAccess;
import org.eclipse.xtext.formatting2.regionaccess.TextRegionAccessBuilder;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.resource.IResourceFactory;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.IResourceValidator;
import org.eclipse.xtext.validation.Issue;

/** The language as tests use it: from a text to its issues, its tokens, its layout. */
public final class Language {
  /** Where texts that are no file are said to be. */
  private static final Path NOWHERE = Path.of("text.vmn");

  private static final Path RESOURCES = Path.of("src/test/resources/language");

  @Inject private Provider<XtextResourceSet> resourceSets;
  @Inject private IResourceFactory factory;
  @Inject private IResourceValidator validator;
  @Inject private IFormatter2 formatter;
  @Inject private Provider<TextRegionAccessBuilder> accesses;

  XtextResource load(Path file, String text) {
    XtextResourceSet resources = resourceSets.get();
    URI uri = URI.createFileURI(file.toAbsolutePath().normalize().toString());
    XtextResource resource = (XtextResource) factory.createResource(uri);
    resources.getResources().add(resource);
    try {
      resource.load(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return resource;
  }

  /** What is wrong with a text, in order of place. */
  public List<Issue> issues(String text) {
    return issues(NOWHERE, text);
  }

  List<Issue> issues(Path file, String text) {
    List<Issue> issues =
        new ArrayList<>(
            validator.validate(load(file, text), CheckMode.ALL, CancelIndicator.NullImpl));
    issues.sort(Comparator.comparingInt(Issue::getOffset).thenComparing(Issue::getMessage));
    return issues;
  }

  /** What is wrong with a text, a line for each: {@code 2:8 VMN1001 message}. */
  List<String> problems(String text) {
    return issues(text).stream()
        .map(
            i -> i.getLineNumber() + ":" + i.getColumn() + " " + i.getCode() + " " + i.getMessage())
        .toList();
  }

  /** The codes of what is wrong with a text, each once. */
  List<String> codes(String text) {
    return issues(text).stream().map(Issue::getCode).distinct().toList();
  }

  String format(String text) {
    XtextResource resource = load(NOWHERE, text);
    ITextRegionAccess access = accesses.get().forNodeModel(resource).create();
    FormatterRequest request = new FormatterRequest().setTextRegionAccess(access);
    return access.getRewriter().renderToString(formatter.format(request));
  }

  /** Tokens and comments, without what is between them, and without semicolons: line ends do. */
  List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    for (ILeafNode leaf : load(NOWHERE, text).getParseResult().getRootNode().getLeafNodes()) {
      if (!leaf.getText().isBlank() && !leaf.getText().equals(";")) {
        tokens.add(leaf.getText().stripTrailing());
      }
    }
    return tokens;
  }

  /** The files of a folder of test resources that end so, in order. */
  static List<Path> files(String folder, String end) {
    return files(RESOURCES.resolve(folder), end);
  }

  static List<Path> files(Path folder, String end) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(f -> f.toString().endsWith(end)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
