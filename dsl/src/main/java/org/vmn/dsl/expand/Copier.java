package org.vmn.dsl.expand;

import static org.vmn.dsl.diagnostics.Messages.help;
import static org.vmn.dsl.diagnostics.Messages.quoted;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.emf.common.notify.Adapter;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.util.InternalEList;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.IResourceFactory;
import org.eclipse.xtext.resource.XtextResource;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.expressions.Functions;
import org.vmn.dsl.expressions.Value;
import org.vmn.dsl.expressions.Written;
import org.vmn.dsl.expressions.Wrong;
import org.vmn.dsl.imports.Provenance;
import org.vmn.dsl.imports.RootFolder;
import org.vmn.dsl.literals.Dimension;
import org.vmn.dsl.parser.Values;
import org.vmn.dsl.scoping.VmnScopeProvider;
import org.vmn.dsl.vmn.Argument;
import org.vmn.dsl.vmn.Disk;
import org.vmn.dsl.vmn.For;
import org.vmn.dsl.vmn.If;
import org.vmn.dsl.vmn.Model;
import org.vmn.dsl.vmn.Named;
import org.vmn.dsl.vmn.Quantity;
import org.vmn.dsl.vmn.RuleValue;
import org.vmn.dsl.vmn.Template;
import org.vmn.dsl.vmn.User;
import org.vmn.dsl.vmn.Variable;
import org.vmn.dsl.vmn.Vm;
import org.vmn.dsl.vmn.VmnPackage.Literals;

/** Copies files as if they had been written out. */
final class Copier {
  /** What all repetitions of a network may come to, together. */
  static final int MOST_REPETITIONS = 100_000;

  /** Elements of the model that copies may have, together. */
  static final int MOST_ELEMENTS = 2_000_000;

  private static final Set<String> PROPERTIES = Set.of("properties", "body", "otherwise");

  private final Expansion expansion;
  private final Source source;
  private final Set<Model> files;
  private final Attributes attributes;
  private final Terms terms;
  private final Links links;
  private final Instances instances;
  private final boolean sampling;
  private int repetitions;
  private int elements;

  /**
   * @param sampling whether all that could be chosen is copied, once
   */
  Copier(
      Expansion expansion,
      Source source,
      VmnScopeProvider scopes,
      Set<Model> files,
      boolean sampling) {
    this.sampling = sampling;
    this.expansion = expansion;
    this.source = source;
    this.files = files;
    attributes = new Attributes(expansion, source);
    terms = new Terms(expansion);
    links = new Links(expansion, source, scopes);
    instances = new Instances(expansion, this);
  }

  /** Fills the copies of files, and the templates that were made for uses in each. */
  void copy(Map<Model, Model> copies, Map<Model, List<Template>> made) {
    ResourceSet world = null;
    for (Model file : files) {
      Resource original = file.eResource();
      if (world == null) {
        world = new World(original.getResourceSet());
      }
      IResourceFactory factory =
          ((XtextResource) original).getResourceServiceProvider().get(IResourceFactory.class);
      Resource resource = factory.createResource(original.getURI());
      world.getResources().add(resource);
      Model copy = (Model) copy(file, Frame.of(expansion.valuesOf(file)));
      resource.getContents().add(copy);
      copies.put(file, copy);
    }
    instances.place(copies, made);
    if (expansion.findings().isEmpty()) {
      links.resolve(copies);
    }
  }

  /** Copies of templates with parameters for arguments of the right types. */
  void sample(Map<Model, Model> copies, Map<Model, List<Template>> samples) {
    for (Model file : files) {
      FileValues values = expansion.valuesOf(file);
      file.getElements().stream()
          .filter(e -> e instanceof Template t && !t.getParameters().isEmpty())
          .map(Template.class::cast)
          .forEach(t -> Samples.of(t, values, expansion).ifPresent(f -> instances.sample(t, f)));
    }
    if (!instances.isEmpty()) {
      instances.place(copies, samples);
      links.resolve(copies);
    }
  }

  /** Files that need no copy are those of the original set. */
  private static final class World extends ResourceSetImpl {
    private final ResourceSet originals;

    World(ResourceSet originals) {
      this.originals = originals;
      setURIConverter(originals.getURIConverter());
      RootFolder.share(originals, this);
    }

    @Override
    public Resource getResource(URI uri, boolean load) {
      Resource own = super.getResource(uri, false);
      return own == null ? originals.getResource(uri, load) : own;
    }
  }

  EObject copy(EObject original, Frame frame) {
    EObject copy = EcoreUtil.create(original.eClass());
    count(original, frame);
    share(original, copy);
    for (EStructuralFeature feature : original.eClass().getEAllStructuralFeatures()) {
      if (original.eIsSet(feature)) {
        switch (feature) {
          case EAttribute attribute -> attributes.copy(original, copy, attribute, frame);
          case EReference reference when reference.isContainment() ->
              contents(original, copy, reference, frame);
          case EReference reference -> links.add(original, copy, reference, frame);
          default -> {}
        }
      }
    }
    if (original instanceof Quantity quantity && Dynamic.isComputed(quantity)) {
      quantity(quantity, (Quantity) copy, frame);
    }
    if (original instanceof RuleValue value) {
      expansion.guard(original, frame, () -> ruleValue(value, (RuleValue) copy, frame));
    }
    if (original instanceof Vm || original instanceof Template) {
      instances.use(original, copy, frame);
    }
    return copy;
  }

  private void count(EObject original, Frame frame) {
    if (++elements == MOST_ELEMENTS) {
      expansion.guard(
          original,
          frame,
          () -> {
            throw expansion.wrong(
                Code.TOO_MANY,
                original,
                Literals.NAMED__NAME,
                "the network is expanded to more than " + MOST_ELEMENTS + " elements");
          });
    }
  }

  private boolean isFull() {
    return elements >= MOST_ELEMENTS || expansion.isHopeless();
  }

  /** The copy stands where the original does: the node of one is that of both. */
  private static void share(EObject original, EObject copy) {
    ICompositeNode node = NodeModelUtils.getNode(original);
    if (node instanceof Adapter adapter) {
      copy.eAdapters().add(adapter);
      adapter.setTarget(original);
    }
  }

  private void contents(EObject original, EObject copy, EReference reference, Frame frame) {
    if (!reference.isMany()) {
      List<EObject> one = new ArrayList<>();
      expand((EObject) original.eGet(reference), frame, one);
      if (!one.isEmpty()) {
        copy.eSet(reference, one.get(0));
      }
      return;
    }
    List<EObject> found = new ArrayList<>();
    for (Object child : (List<?>) original.eGet(reference)) {
      expand((EObject) child, frame, found);
    }
    @SuppressWarnings("unchecked")
    InternalEList<EObject> target = (InternalEList<EObject>) copy.eGet(reference);
    // Else each is compared with all before it.
    target.addAllUnique(found);
  }

  private void expand(EObject child, Frame frame, List<EObject> to) {
    if (isFull()) {
      return;
    }
    switch (child) {
      case For loop -> expansion.guard(loop, frame, () -> repeat(loop, frame, to));
      case If choice -> expansion.guard(choice, frame, () -> choose(choice, frame, to));
      case Variable variable when !(variable.eContainer() instanceof Model) ->
          expansion.guard(variable, frame, () -> misplaced(variable));
      case Argument argument -> {}
      case Template template when !template.getParameters().isEmpty() -> instances.check(template);
      default -> {
        List<EObject> replaced = expansion.guard(child, frame, () -> terms.replaced(child, frame));
        if (replaced != null && replaced.isEmpty()) {
          add(child, frame, to);
        } else if (replaced != null) {
          to.addAll(replaced);
        }
      }
    }
  }

  /** A sample goes without the properties that its values make nothing of. */
  private void add(EObject child, Frame frame, List<EObject> to) {
    try {
      to.add(copy(child, frame));
    } catch (Unresolved e) {
      if (!PROPERTIES.contains(child.eContainmentFeature().getName())) {
        throw e;
      }
    }
  }

  /** Those of the top level stay, so that their names can be imported, and are taken. */
  private Boolean misplaced(Variable variable) {
    throw expansion.wrong(
        Code.BAD_EXPRESSION,
        variable,
        Literals.NAMED__NAME,
        help(
            "variable " + quoted(variable.getName()) + " stands within a block",
            "declare it at the top level, with `when(condition, value, value)` for a choice"));
  }

  private Boolean choose(If choice, Frame frame, List<EObject> to) {
    INode node = Source.nodes(choice, Literals.IF__CONDITION).get(0);
    Value value = expansion.evaluate(node, frame);
    if (!(value instanceof Value.Truth truth)) {
      throw new Placed(node, Expansion.mistyped(node, value, "true or false"));
    }
    if (truth.holds() || sampling) {
      choice.getBody().forEach(e -> expand(e, frame, to));
    }
    if (!truth.holds() || sampling) {
      choice.getOtherwise().forEach(e -> expand(e, frame, to));
    }
    return true;
  }

  private Boolean repeat(For loop, Frame frame, List<EObject> to) {
    List<Value> all = items(loop, frame);
    List<Value> items = sampling ? all.subList(0, Math.min(1, all.size())) : all;
    checkNames(loop, loop.getBody());
    if (frame.local(loop.getVariable()) != null) {
      throw expansion.wrong(
          Code.DUPLICATE_NAME,
          loop,
          Literals.FOR__VARIABLE,
          help(
              quoted(loop.getVariable()) + " already has a value here",
              "give this repetition another variable"));
    }
    repetitions += items.size();
    if (repetitions > MOST_REPETITIONS) {
      throw expansion.wrong(
          Code.TOO_MANY,
          loop,
          Literals.FOR__VARIABLE,
          help(
              "with this the network repeats more than " + MOST_REPETITIONS + " times",
              "machines that are alike are replicas: `vm web[1000]` costs nothing"));
    }
    for (Value item : items) {
      if (isFull()) {
        break;
      }
      Provenance provenance =
          new Provenance(
              loop,
              Literals.FOR__VARIABLE,
              loop.getVariable() + " = " + item.text(),
              frame.within());
      Frame inner = frame.with(Map.of(loop.getVariable(), item), provenance);
      int before = to.size();
      loop.getBody().forEach(e -> expand(e, inner, to));
      for (EObject copy : to.subList(before, to.size())) {
        if (Provenance.of(copy) == null) {
          copy.eAdapters().add(provenance);
        }
      }
    }
    return true;
  }

  private List<Value> items(For loop, Frame frame) {
    INode node = Source.nodes(loop, Literals.FOR__FROM).get(0);
    Value from = expansion.evaluate(node, frame);
    if (loop.getTo() == null) {
      if (from instanceof Value.Listing list) {
        return list.items();
      }
      throw new Placed(
          node, Expansion.mistyped(node, from, "a list such as [1, 2], or a range such as 1..3"));
    }
    long first = whole(node, from);
    INode last = Source.nodes(loop, Literals.FOR__TO).get(0);
    long end = whole(last, expansion.evaluate(last, frame));
    try {
      return Functions.values(source.expression(node), first, end);
    } catch (Wrong e) {
      throw new Placed(node, e);
    }
  }

  private static long whole(INode node, Value value) {
    if (value instanceof Value.Amount amount && amount.dimension() == Dimension.COUNT) {
      return amount
          .amount()
          .whole()
          .orElseThrow(() -> new Placed(node, Expansion.mistyped(node, value, "a whole number")));
    }
    throw new Placed(node, Expansion.mistyped(node, value, "a whole number"));
  }

  /** What is declared again and again needs a name that differs. */
  private void checkNames(For loop, List<? extends EObject> body) {
    for (EObject element : body) {
      EStructuralFeature feature =
          switch (element) {
            case Named named -> Literals.NAMED__NAME;
            case Disk disk -> Literals.DISK__NAME;
            case User user -> Literals.USER__NAME;
            default -> null;
          };
      if (element instanceof If choice) {
        checkNames(loop, choice.getBody());
        checkNames(loop, choice.getOtherwise());
      }
      if (feature != null
          && element.eGet(feature) instanceof String text
          && !text.contains(Values.HOLE)) {
        throw expansion.wrong(
            Code.SAME_NAME_REPEATED,
            element,
            feature,
            help(
                "each repetition would declare " + quoted(text) + " again",
                "put the variable into its name: `" + differing(text, loop.getVariable()) + "`"));
      }
    }
  }

  /** The name with the variable in it, at its end where that is the variable's bare name. */
  private static String differing(String name, String variable) {
    return name.endsWith("-" + variable) || name.endsWith("_" + variable)
        ? name.substring(0, name.length() - variable.length()) + "${" + variable + "}"
        : name + "-${" + variable + "}";
  }

  private void quantity(Quantity original, Quantity copy, Frame frame) {
    INode node = NodeModelUtils.findActualNodeFor(original);
    Object done =
        expansion.guard(
            original,
            frame,
            () -> {
              Value value = expansion.evaluate(node, frame);
              if (!(value instanceof Value.Amount amount)) {
                throw new Placed(node, Expansion.mistyped(node, value, "a number or a quantity"));
              }
              Written written = Written.of(amount);
              copy.setValue(written.digits());
              copy.setUnit(written.unit().isEmpty() ? null : written.unit());
              Rewritten.put(copy, node, value.text());
              return copy;
            });
    if (done == null && sampling) {
      throw new Unresolved();
    }
  }

  private RuleValue ruleValue(RuleValue original, RuleValue copy, Frame frame) {
    RuleTerms.fill(original, copy, source, frame);
    return copy;
  }

  /** A copy of a template for certain arguments. */
  Template template(Template original, Frame frame) {
    Template copy = (Template) copy(original, frame);
    copy.getParameters().clear();
    return copy;
  }
}
