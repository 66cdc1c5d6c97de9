package org.vmn.dsl.scoping;

import com.google.common.collect.Iterables;
import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.diagnostics.DiagnosticMessage;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.linking.impl.LinkingDiagnosticMessageProvider;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.scoping.IScope;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Fix;
import org.vmn.dsl.diagnostics.IssueData;
import org.vmn.dsl.diagnostics.Messages;
import org.vmn.dsl.diagnostics.Nouns;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.dsl.diagnostics.Suggestions;
import org.vmn.dsl.imports.Imports;
import org.vmn.dsl.imports.LibraryNames;
import org.vmn.dsl.imports.Origins;
import org.vmn.dsl.parser.Values;
import org.vmn.dsl.vmn.Host;
import org.vmn.dsl.vmn.Import;
import org.vmn.dsl.vmn.ImportedName;
import org.vmn.dsl.vmn.Model;
import org.vmn.dsl.vmn.Named;
import org.vmn.dsl.vmn.Nic;
import org.vmn.dsl.vmn.Route;
import org.vmn.dsl.vmn.SubnetTerm;
import org.vmn.dsl.vmn.Target;
import org.vmn.dsl.vmn.UplinkTerm;
import org.vmn.dsl.vmn.Variable;
import org.vmn.dsl.vmn.VmnPackage;
import org.vmn.runtime.network.Origin;

/** What is said of a name that nothing has: what was looked for, and the nearest name there is. */
public class LinkingMessages extends LinkingDiagnosticMessageProvider {
  /** Past this many in one file nothing more is said: each costs a search, and nobody reads on. */
  private static final int MOST = 1000;

  /** Past this many nothing is suggested. */
  private static final int MOST_SUGGESTIONS = 50;

  private static final Origins PLACES = Origins.byAddress();

  @Inject private VmnScopeProvider scopes;

  @Override
  public @Nullable DiagnosticMessage getUnresolvedProxyMessage(ILinkingDiagnosticContext context) {
    EObject from = context.getContext();
    String wrong = context.getLinkText();
    int before = from.eResource().getErrors().size();
    if (before >= MOST || isExplained(from, context.getReference(), wrong)) {
      return null;
    }
    String nearest = before < MOST_SUGGESTIONS ? nearest(wrong, from, context.getReference()) : "";
    String said =
        "there is no " + kinds(from, context) + " " + Messages.quoted(wrong) + place(from);
    if (from instanceof Nic && wrong.matches("(eth|ens|eno|enp|nic|net)\\d[\\w-]*")) {
      String help = "an adapter has no name of its own: write `nic` and its segment";
      return new DiagnosticMessage(
          Messages.help(said, help), Severity.ERROR, Code.UNKNOWN_NAME.id());
    }
    @Nullable DiagnosticMessage forgotten = forgotten(from, context, said);
    if (forgotten != null) {
      return forgotten;
    }
    String message = said;
    if (nearest.isEmpty() && !(from instanceof ImportedName)) {
      message =
          Kinds.of(from, context.getReference()).stream()
              .map(Nouns::of)
              .flatMap(kind -> similar(kind, wrong).stream())
              .findFirst()
              .map(help -> Messages.help(said, help))
              .orElse(said);
    }
    return nearest.isEmpty()
        ? new DiagnosticMessage(message, Severity.ERROR, Code.UNKNOWN_NAME.id())
        : new DiagnosticMessage(
            message + "; did you mean `" + nearest + "`?",
            Severity.ERROR,
            Code.UNKNOWN_NAME.id(),
            data(nearest, context));
  }

  /** What the library has under a similar name. */
  private static Optional<String> similar(String kind, String name) {
    return LibraryNames.nearest(kind, name)
        .flatMap(n ->
            LibraryNames.moduleOf(kind, n)
                .map(m ->
                    "the library has `%s`: write `import %s.{%s}`, and `%s` here"
                        .formatted(n, m, n, n)));
  }

  /** What the library has and nobody imported. */
  private static @Nullable DiagnosticMessage forgotten(
      EObject from, ILinkingDiagnosticContext context, String message) {
    Model file = EcoreUtil2.getContainerOfType(from, Model.class);
    if (file == null || from instanceof ImportedName) {
      return null;
    }
    String name = context.getLinkText();
    for (EClass kind : Kinds.of(from, context.getReference())) {
      Optional<String> module = LibraryNames.moduleOf(Nouns.of(kind), name);
      if (module.isPresent()) {
        Fix fix = ImportFix.of(file, module.get(), name, PLACES);
        return new DiagnosticMessage(
            Messages.help(message, "the library has it: " + fix.title()),
            Severity.ERROR,
            Code.UNKNOWN_NAME.id(),
            IssueData.of(fix));
      }
    }
    return null;
  }

  /** To write the nearest name, and where that is declared. */
  private String[] data(String nearest, ILinkingDiagnosticContext context) {
    List<String> data = new ArrayList<>();
    data.add(IssueData.of(Fix.guess("write `" + nearest + "`", place(context), nearest)));
    IEObjectDescription found =
        scopes
            .getScope(context.getContext(), context.getReference())
            .getSingleElement(QualifiedName.create(nearest));
    EObject declared = found == null ? null : found.getEObjectOrProxy();
    if (declared != null && !declared.eIsProxy()) {
      String text = Messages.quoted(nearest) + " is declared here";
      data.add(IssueData.of(new Problem.Label(PLACES.of(declared), text)));
    }
    return data.toArray(String[]::new);
  }

  private static Origin place(ILinkingDiagnosticContext context) {
    List<INode> nodes =
        NodeModelUtils.findNodesForFeature(context.getContext(), context.getReference());
    int index = 0;
    while (index + 1 < nodes.size()
        && !NodeModelUtils.getTokenText(nodes.get(index)).equals(context.getLinkText())) {
      index++;
    }
    return PLACES.of(context.getContext(), context.getReference(), index);
  }

  private String nearest(String wrong, EObject from, EReference reference) {
    IScope scope = scopes.getScope(from, reference);
    return Suggestions.nearest(
            wrong, Iterables.transform(scope.getAllElements(), d -> d.getName().toString()))
        .orElse("");
  }

  /** Whether another error says why: its import isn't there, or its host isn't. */
  private boolean isExplained(EObject from, EReference reference, String name) {
    if (from instanceof Target target && reference.equals(VmnPackage.Literals.TARGET__UPLINK)) {
      // Of what has no uplinks it is said elsewhere that it has none.
      return !(target.getRef() instanceof Host host) || host.eIsProxy();
    }
    if (name.contains(Values.HOLE)
        || ValueNames.isValue(name, from)
        || isComputed(from, reference)) {
      return true;
    }
    for (IEObjectDescription named : scopes.names(from).getAllElements()) {
      if (named.getEObjectOrProxy() instanceof Named declared
          && (ValueNames.mayBecome(declared, name)
              || declared instanceof Variable && name.equals(declared.getName()))) {
        return true;
      }
    }
    if (from instanceof UplinkTerm term
        && reference.equals(VmnPackage.Literals.UPLINK_TERM__UPLINK)) {
      return term.getHost() == null || term.getHost().eIsProxy();
    }
    if (from instanceof ImportedName) {
      return from.eContainer() instanceof Import declaration && Imports.load(declaration) == null;
    }
    Model model = EcoreUtil2.getContainerOfType(from, Model.class);
    return model != null
        && model.getImports().stream()
            .filter(i -> mayBring(i, name))
            .anyMatch(i -> Imports.load(i) == null);
  }

  /** Whether a function is called here. */
  private static boolean isComputed(EObject from, EReference reference) {
    return switch (from) {
      case SubnetTerm term -> term.getValues() != null;
      case Route route ->
          reference.equals(VmnPackage.Literals.ROUTE__HOP) && route.getValues() != null;
      default -> false;
    };
  }

  private static boolean mayBring(Import declaration, String name) {
    return declaration.getNames().isEmpty()
        || declaration.getNames().stream().anyMatch(n -> ImportedNames.text(n).equals(name));
  }

  private static String place(EObject from) {
    return switch (from) {
      case ImportedName imported when imported.eContainer() instanceof Import declaration ->
          " in `" + Imports.path(declaration) + "`";
      case UplinkTerm term when term.getHost() != null && !term.getHost().eIsProxy() ->
          " on host " + Messages.quoted(term.getHost().getName());
      case Target target when target.getRef() instanceof Host host && !host.eIsProxy() ->
          " on host " + Messages.quoted(host.getName());
      default -> "";
    };
  }

  private static String kinds(EObject from, ILinkingDiagnosticContext context) {
    List<EClass> kinds = Kinds.of(from, context.getReference());
    return Messages.anyOf(
        kinds.stream()
            .map(k -> k.equals(VmnPackage.Literals.NAMED) ? "declaration" : Nouns.of(k))
            .toList());
  }
}
