package org.vmn.dsl.expand;

import static org.vmn.dsl.diagnostics.Messages.quoted;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.IResourceServiceProvider;
import org.eclipse.xtext.resource.XtextResource;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem.Label;
import org.vmn.dsl.expressions.Evaluator;
import org.vmn.dsl.expressions.Expression;
import org.vmn.dsl.expressions.ExpressionParser;
import org.vmn.dsl.expressions.Value;
import org.vmn.dsl.expressions.Wrong;
import org.vmn.dsl.imports.Imports;
import org.vmn.dsl.imports.Provenance;
import org.vmn.dsl.scoping.VmnScopeProvider;
import org.vmn.dsl.vmn.Import;
import org.vmn.dsl.vmn.Model;
import org.vmn.dsl.vmn.Template;
import org.vmn.dsl.vmn.Variable;

/**
 * A file and those that it imports, expanded. Nothing here throws for what a user wrote: it becomes
 * a {@link Finding}, after which the file is not looked at further.
 */
public final class Expansion {
  /** What is wrong with a sample whatever its values are. */
  public static final Set<Code> OF_TYPES =
      Set.of(Code.BAD_TYPE, Code.BAD_UNIT, Code.WRONG_KIND, Code.UNKNOWN_NAME);

  private static final int MOST_FINDINGS = 100;

  private final VmnScopeProvider scopes;
  private final Set<Model> files = new LinkedHashSet<>();
  private final Set<Model> copied = new LinkedHashSet<>();
  private final Map<Model, FileValues> values = new HashMap<>();

  private final Map<Model, Model> copies = new LinkedHashMap<>();
  private final Map<Model, List<Template>> made = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private final Set<Object> reported = new HashSet<>();
  private final Source source = new Source();
  private final Map<Model, List<Template>> samples = new HashMap<>();
  private boolean isBlocked;
  private boolean isSampling;

  private Expansion(Model root) {
    XtextResource resource = (XtextResource) root.eResource();
    IResourceServiceProvider services = resource.getResourceServiceProvider();
    scopes = services.get(VmnScopeProvider.class);
    collect(root);
    Map<String, String> settings = Overrides.of(resource);
    if (!settings.isEmpty() || files.stream().anyMatch(Dynamic::is)) {
      expand(root, settings);
    }
  }

  /** What a broken text lacks could be anywhere in the tree, and the parser has said so. */
  private static boolean isBroken(Model file) {
    return ((XtextResource) file.eResource()).getParseResult().hasSyntaxErrors();
  }

  /** The expansion of a file, as the root of a network. */
  static Expansion of(Model root) {
    return new Expansion(root);
  }

  private void collect(Model model) {
    List<Model> open = new ArrayList<>(List.of(model));
    while (!open.isEmpty()) {
      Model next = open.remove(open.size() - 1);
      if (files.add(next)) {
        for (Import declaration : next.getImports()) {
          Model imported = Imports.load(declaration);
          if (imported != null) {
            open.add(imported);
          }
        }
      }
    }
  }

  private void expand(Model root, Map<String, String> settings) {
    chooseFiles(root);
    if (files.stream().anyMatch(Expansion::isBroken)) {
      isBlocked = true;
      return;
    }
    Map<Model, Map<String, String>> given = Given.of(this, root, files, settings);
    for (Model file : files) {
      Map<String, String> own = given.getOrDefault(file, Map.of());
      values.put(file, new FileValues(file, scopes.names(file), this, own));
    }
    copied.forEach(f -> valuesOf(f).check());
    if (findings.isEmpty()) {
      new Copier(this, source, scopes, copied, false).copy(copies, made);
    }
    if (findings.isEmpty()) {
      isSampling = true;
      new Copier(this, source, scopes, copied, true).sample(copies, samples);
      isSampling = false;
    }
  }

  /** Copied are files with something to expand, and then all that import one of them. */
  private void chooseFiles(Model root) {
    files.stream().filter(Dynamic::is).forEach(copied::add);
    copied.add(root);
    boolean more = true;
    while (more) {
      more = false;
      for (Model file : files) {
        if (!copied.contains(file) && importsCopied(file)) {
          more |= copied.add(file);
        }
      }
    }
  }

  private boolean importsCopied(Model file) {
    return file.getImports().stream().map(Imports::load).anyMatch(copied::contains);
  }

  FileValues values(Variable variable) {
    return valuesOf((Model) variable.eContainer());
  }

  FileValues valuesOf(Model file) {
    FileValues found = values.get(file);
    if (found == null) {
      throw new IllegalStateException("a file that is not part of this expansion");
    }
    return found;
  }

  /** What a variable comes to, as it would be written; empty when that is not known. */
  public Optional<String> valueOf(Variable variable) {
    FileValues file = values.get(variable.eContainer());
    return file == null || variable.getName() == null
        ? Optional.empty()
        : file.known(variable).map(Value::text);
  }

  /** Whether a file is one of those that were looked at. */
  boolean covers(Model file) {
    return files.contains(file);
  }

  Set<Model> files() {
    return files;
  }

  /** The file as it is after expansion: itself, when there is nothing to expand. */
  public Model copyOf(Model file) {
    return findings.isEmpty() ? copies.getOrDefault(file, file) : file;
  }

  /** Whether nothing could be expanded, because the syntax of a file is wrong. */
  public boolean isBlocked() {
    return isBlocked;
  }

  /** Whether a file is copied at all; without findings it then has a copy, unless blocked. */
  public boolean isExpanded(Model file) {
    return copied.contains(file);
  }

  /** Templates that got their arguments for uses in a file, whichever file they are from. */
  public List<Template> madeFor(Model file) {
    return made.getOrDefault(file, List.of());
  }

  /**
   * Templates of a file with arguments of the right types: what is wrong about types in these is
   * wrong with all.
   */
  public List<Template> samplesOf(Model file) {
    return samples.getOrDefault(file, List.of());
  }

  public List<Finding> findings() {
    return List.copyOf(findings);
  }

  // ---- evaluating, and saying what is wrong

  Value evaluate(INode node, Frame frame) {
    try {
      return new Evaluator(frame).of(source.expression(node));
    } catch (Wrong e) {
      throw new Placed(node, e);
    }
  }

  /** A function whose name and arguments are two features. */
  Value call(INode name, INode arguments, Frame frame) {
    try {
      String text = name.getRootNode().getText();
      return new Evaluator(frame)
          .of(
              ExpressionParser.parse(
                  text.substring(name.getOffset(), arguments.getEndOffset()), 0));
    } catch (Wrong e) {
      throw new Placed(name, e);
    }
  }

  Value typed(EObject element, EStructuralFeature feature, @Nullable String type, Frame frame) {
    INode node = Source.nodes(element, feature).get(0);
    Value found = evaluate(node, frame);
    Value value =
        type != null && Types.isKind(type) && found instanceof Value.Text text
            ? new Value.Name(text.text(), frame.file().model())
            : found;
    if (type != null && !Types.fits(value, type)) {
      throw new Placed(node, mistyped(node, value, Types.example(type)));
    }
    return value;
  }

  static Wrong mistyped(INode node, Value value, String expected) {
    return new Wrong(
        Code.BAD_TYPE,
        0,
        node.getLength(),
        quoted(value.text())
            + " is "
            + value.kind().replaceAll(" such as.*", "")
            + "; expected "
            + expected);
  }

  Expression expression(INode node) {
    return source.expression(node);
  }

  /** Runs a check whose places count from a feature. */
  void at(EObject element, EStructuralFeature feature, Runnable check) {
    try {
      check.run();
    } catch (Wrong e) {
      throw new Placed(Source.nodes(element, feature).get(0), e);
    }
  }

  Placed wrong(Code code, EObject element, EStructuralFeature feature, String message) {
    List<INode> nodes = Source.nodes(element, feature);
    INode node = nodes.isEmpty() ? NodeModelUtils.findActualNodeFor(element) : nodes.get(0);
    return new Placed(node, new Wrong(code, 0, node.getLength(), message));
  }

  /** Runs something that may find what is wrong; null when it did. */
  <T> @Nullable T guard(EObject element, Frame frame, Supplier<T> run) {
    try {
      return run.get();
    } catch (Placed e) {
      Wrong wrong = e.wrong();
      Passed passed = e.passed();
      if (passed == null) {
        report(wrong, e.node(), frame.within(), null);
      } else {
        Wrong whole = new Wrong(wrong.code(), 0, passed.node().getLength(), wrong.message());
        report(whole, passed.node(), passed.within(), e.used());
      }
      return null;
    } catch (Unresolved e) {
      return null;
    }
  }

  void report(Code code, EObject element, int start, int end, String message) {
    report(
        new Wrong(code, start, end, message),
        NodeModelUtils.findActualNodeFor(element),
        null,
        null);
  }

  private void report(Wrong wrong, INode node, @Nullable Provenance within, @Nullable Label used) {
    Code code = wrong.code();
    if (isSampling && !OF_TYPES.contains(code)) {
      return;
    }
    int offset = node.getOffset() + wrong.start();
    Resource file = node.getRootNode().getSemanticElement().eResource();
    if (findings.size() < MOST_FINDINGS && reported.add(List.of(file.getURI(), offset, code))) {
      int length = Math.max(1, wrong.end() - wrong.start());
      findings.add(new Finding(code, wrong.message(), file, offset, length, within, used));
    }
  }

  /** Whether values are only samples of their types. */
  boolean isSampling() {
    return isSampling;
  }

  /** Whether so much is wrong that nothing more needs to be found. */
  boolean isHopeless() {
    return findings.size() >= MOST_FINDINGS;
  }
}
