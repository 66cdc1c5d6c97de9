package org.vmn.dsl.expand;

import static org.vmn.dsl.diagnostics.Messages.help;
import static org.vmn.dsl.diagnostics.Messages.quoted;

import com.google.common.collect.Iterables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.common.notify.impl.AdapterImpl;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.scoping.IScope;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Messages;
import org.vmn.dsl.diagnostics.Nouns;
import org.vmn.dsl.diagnostics.Suggestions;
import org.vmn.dsl.expressions.Value;
import org.vmn.dsl.expressions.Wrong;
import org.vmn.dsl.scoping.Contents;
import org.vmn.dsl.scoping.Kinds;
import org.vmn.dsl.scoping.ValueNames;
import org.vmn.dsl.scoping.VmnScopeProvider;
import org.vmn.dsl.vmn.ImportedName;
import org.vmn.dsl.vmn.Model;
import org.vmn.dsl.vmn.NamedTerm;
import org.vmn.dsl.vmn.Route;
import org.vmn.dsl.vmn.VmnPackage.Literals;

/** References of copies, which lead to other copies: found by name once all are there. */
final class Links {
  private final Expansion expansion;
  private final VmnScopeProvider scopes;
  private final List<Link> links = new ArrayList<>();
  private final Attributes names;

  private record Link(
      EObject original, EObject copy, EReference reference, INode node, Frame frame) {}

  /** On a term that a declaration was passed to. */
  static final class Named extends AdapterImpl {
    private final Value.Declaration declaration;

    Named(Value.Declaration declaration) {
      this.declaration = declaration;
    }

    @Override
    public boolean isAdapterForType(Object type) {
      return type == Named.class;
    }
  }

  Links(Expansion expansion, Source source, VmnScopeProvider scopes) {
    this.expansion = expansion;
    this.scopes = scopes;
    names = new Attributes(expansion, source);
  }

  void add(EObject original, EObject copy, EReference reference, Frame frame) {
    for (INode node : Source.nodes(original, reference)) {
      if (original instanceof Route route
          && reference.equals(Literals.ROUTE__HOP)
          && isAddress(route, copy, node, frame)) {
        return;
      }
      links.add(new Link(original, copy, reference, node, frame));
    }
  }

  /** In {@code via gateway} the name may be that of an address. */
  private boolean isAddress(Route route, EObject copy, INode node, Frame frame) {
    @Nullable Value value =
        expansion.guard(
            route,
            frame,
            () ->
                route.getValues() == null
                    ? frame.find(Source.text(node))
                    : expansion.call(
                        node, Source.nodes(route, Literals.ROUTE__VALUES).get(0), frame));
    if (value instanceof Value.Address) {
      copy.eSet(Literals.ROUTE__ADDRESS, value.text());
      return true;
    }
    return false;
  }

  void resolve(Map<Model, Model> copies) {
    Map<EObject, Model> files = new HashMap<>();
    copies.forEach((file, copy) -> files.put(file, copy));
    for (Link link : links) {
      if (!expansion.isHopeless()) {
        expansion.guard(link.original(), link.frame(), () -> resolve(link, files));
      }
    }
    copies.values().forEach(this::declarations);
  }

  private Boolean resolve(Link link, Map<EObject, Model> files) {
    if (!link.reference().isMany() && link.copy().eIsSet(link.reference())) {
      return true; // a template that got its arguments
    }
    String text = Source.text(link.node());
    @Nullable Value value = link.frame().local(text);
    // What is imported is the variable itself, not its value.
    if (value == null && !(link.original() instanceof ImportedName)) {
      @Nullable Value found = link.frame().file().find(text);
      boolean named = found instanceof Value.Declaration || found instanceof Value.Name;
      value = named ? null : found;
    }
    @Nullable EObject target;
    if (value instanceof Value.Declaration declaration) {
      target = copied(declaration, files);
    } else if (value instanceof Value.Name(String name, Model file)) {
      target = named(scopes.names(files.getOrDefault(file, file)), link, name);
    } else {
      String name =
          value instanceof Value.Text written
              ? written.text()
              : text.contains("${") ? names.name(link.node(), link.frame()) : text;
      if (value != null && !(value instanceof Value.Text)) {
        throw wrong(link, Expansion.mistyped(link.node(), value, "the name of " + kinds(link)));
      }
      if (!name.equals(text)) {
        Rewritten.put(link.copy(), link.node(), name);
      }
      target = named(scopes.getScope(link.copy(), link.reference()), link, name);
    }
    if (value instanceof Value.Declaration || value instanceof Value.Name) {
      Rewritten.put(link.copy(), link.node(), value.text());
    }
    set(link, target);
    return true;
  }

  /** At the argument that a parameter got, else where the name is written. */
  private static Placed wrong(Link link, Wrong wrong) {
    @Nullable Passed passed = Passed.of(Source.text(link.node()), link.frame().within());
    return passed == null
        ? new Placed(link.node(), wrong)
        : new Placed(link.node(), wrong, passed, Passed.label(link.node(), kinds(link)));
  }

  private void set(Link link, @Nullable EObject target) {
    if (target == null) {
      return;
    }
    if (!link.reference().getEReferenceType().isInstance(target)) {
      throw wrong(
          link,
          new Wrong(
              Code.WRONG_KIND,
              0,
              link.node().getLength(),
              quoted(((org.vmn.dsl.vmn.Named) target).getName())
                  + " is "
                  + Messages.withArticle(Nouns.of(target))
                  + "; expected "
                  + kinds(link)));
    }
    if (link.reference().isMany()) {
      @SuppressWarnings("unchecked")
      List<EObject> all = (List<EObject>) link.copy().eGet(link.reference());
      all.add(target);
    } else {
      link.copy().eSet(link.reference(), target);
    }
  }

  private static EObject named(IScope scope, Link link, String name) {
    IEObjectDescription found = scope.getSingleElement(QualifiedName.create(name));
    if (found != null) {
      return found.getEObjectOrProxy();
    }
    // A template with parameters, or a variable, is only a name to import.
    if (link.original() instanceof ImportedName imported && !imported.getRef().eIsProxy()) {
      return imported.getRef();
    }
    String message = "there is no " + nouns(link) + " " + quoted(name);
    @Nullable Passed passed = Passed.of(Source.text(link.node()), link.frame().within());
    String holed = ValueNames.withHoles(name, passed == null ? link.original() : passed.element());
    if (!holed.equals(name)) {
      String forgotten = help(message, "put the variable into the name: " + quoted(holed));
      throw wrong(link, new Wrong(Code.UNKNOWN_NAME, 0, link.node().getLength(), forgotten));
    }
    String suggestion =
        Suggestions.nearest(
                name, Iterables.transform(scope.getAllElements(), d -> d.getName().toString()))
            .map(n -> "; did you mean `" + n + "`?")
            .orElse("");
    throw wrong(
        link, new Wrong(Code.UNKNOWN_NAME, 0, link.node().getLength(), message + suggestion));
  }

  /** The copy of a declaration that was passed as a value, by its name in its own file. */
  private EObject copied(Value.Declaration declaration, Map<EObject, Model> files) {
    org.vmn.dsl.vmn.Named named = declaration.named();
    Model file = files.get(EcoreUtil.getRootContainer(named));
    IEObjectDescription found =
        file == null
            ? null
            : scopes.names(file).getSingleElement(QualifiedName.create(named.getName()));
    return found == null ? named : found.getEObjectOrProxy();
  }

  private void declarations(Model copy) {
    Map<EObject, Model> files = new HashMap<>();
    expansion.files().forEach(f -> files.put(f, expansion.copyOf(f)));
    Contents.forEach(
        copy,
        element -> {
          if (element instanceof NamedTerm term
              && EcoreUtil.getAdapter(term.eAdapters(), Named.class) instanceof Named passed) {
            term.setRef((org.vmn.dsl.vmn.Named) copied(passed.declaration, files));
          }
        });
  }

  private static String kinds(Link link) {
    List<EClass> kinds = Kinds.of(link.copy(), link.reference());
    return Messages.anyOf(kinds.stream().map(k -> Messages.withArticle(noun(k))).toList());
  }

  private static String nouns(Link link) {
    return Messages.anyOf(
        Kinds.of(link.copy(), link.reference()).stream().map(Links::noun).toList());
  }

  private static String noun(EClass kind) {
    return kind.equals(Literals.NAMED) ? "declaration" : Nouns.of(kind);
  }
}
