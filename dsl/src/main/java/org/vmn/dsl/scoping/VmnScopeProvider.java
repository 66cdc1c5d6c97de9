package org.vmn.dsl.scoping;

import com.google.inject.Inject;
import com.google.inject.Provider;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.scoping.IScope;
import org.eclipse.xtext.util.IResourceScopeCache;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.imports.Imports;
import org.vmn.dsl.vmn.Host;
import org.vmn.dsl.vmn.Import;
import org.vmn.dsl.vmn.ImportedName;
import org.vmn.dsl.vmn.Model;
import org.vmn.dsl.vmn.Named;
import org.vmn.dsl.vmn.Target;
import org.vmn.dsl.vmn.Uplink;
import org.vmn.dsl.vmn.UplinkTerm;
import org.vmn.dsl.vmn.VmnPackage;

/**
 * Says which names a reference may mean: those of its own file, then those that the file imports.
 * Names of imported files are visible only where an import says so, never through another import.
 */
public class VmnScopeProvider extends AbstractVmnScopeProvider {
  @Inject private IResourceScopeCache cache;

  @Override
  public IScope getScope(EObject context, EReference reference) {
    EClass type = reference.getEReferenceType();
    if (reference.equals(VmnPackage.Literals.UPLINK_TERM__UPLINK)) {
      return context instanceof UplinkTerm term ? uplinks(term.getHost()) : IScope.NULLSCOPE;
    }
    if (context instanceof ImportedName name) {
      Model imported =
          name.eContainer() instanceof Import declaration ? Imports.load(declaration) : null;
      return imported == null
          ? IScope.NULLSCOPE
          : new NamesScope(IScope.NULLSCOPE, names(imported), List.of(type));
    }
    if (reference.equals(VmnPackage.Literals.TARGET__UPLINK)) {
      return context instanceof Target target && target.getRef() instanceof Host host
          ? uplinks(host)
          : IScope.NULLSCOPE;
    }
    Model model = file(context);
    if (model == null) {
      return IScope.NULLSCOPE;
    }
    List<EClass> kinds = Kinds.of(context, reference);
    IScope others =
        kinds.equals(List.of(type)) ? IScope.NULLSCOPE : ofOtherKinds(model, List.of(type));
    return scope(others, model, kinds);
  }

  /**
   * The declaration of a reference's own file that it means: what the first of its scope is, where
   * that doesn't depend on other references or files; else null.
   */
  @Nullable Named own(EObject context, EReference reference, String name) {
    if (reference.equals(VmnPackage.Literals.UPLINK_TERM__UPLINK)
        || reference.equals(VmnPackage.Literals.TARGET__UPLINK)
        || context instanceof ImportedName) {
      return null;
    }
    Model model = file(context);
    List<Named> declared = model == null ? null : names(model).get(name);
    if (declared != null) {
      List<EClass> kinds = Kinds.of(context, reference);
      for (Named named : declared) {
        if (Kinds.fits(named.eClass(), kinds)
            && reference.getEReferenceType().isSuperTypeOf(named.eClass())) {
          return named;
        }
      }
    }
    return null;
  }

  /** All names that a file sees, of whatever kind. */
  public IScope names(EObject context) {
    Model model = file(context);
    return model == null
        ? IScope.NULLSCOPE
        : scope(IScope.NULLSCOPE, model, List.of(VmnPackage.Literals.NAMED));
  }

  /** Of an expanded file the first content is the file itself. */
  private static @Nullable Model file(EObject context) {
    Model model = EcoreUtil2.getContainerOfType(context, Model.class);
    return model != null
            && model.eResource() != null
            && model.eResource().getContents().get(0) instanceof Model first
        ? first
        : model;
  }

  /**
   * Names that fit, of this file and then of imported ones; names of other kinds come after all of
   * them.
   */
  private IScope scope(IScope parent, Model model, List<EClass> kinds) {
    return new NamesScope(new NamesScope(parent, imported(model), kinds), names(model), kinds);
  }

  /**
   * Names for messages to say what they are. Programs of imported templates aren't among them: who
   * writes their names where no program may stand means something else.
   */
  private IScope ofOtherKinds(Model model, List<EClass> kinds) {
    Map<String, List<Named>> written =
        cached("written imports", model, () -> imported(model, false));
    return new NamesScope(new NamesScope(IScope.NULLSCOPE, written, kinds), names(model), kinds);
  }

  private static IScope uplinks(@Nullable Host host) {
    if (host == null || host.eIsProxy()) {
      return IScope.NULLSCOPE;
    }
    Map<String, List<Named>> uplinks = new HashMap<>();
    for (EObject property : Bodies.flat(host.getProperties())) {
      if (property instanceof Uplink uplink && uplink.getName() != null) {
        uplinks.putIfAbsent(uplink.getName(), List.of(uplink));
      }
    }
    return new NamesScope(IScope.NULLSCOPE, uplinks, List.of(VmnPackage.Literals.UPLINK));
  }

  private Map<String, List<Named>> names(Model model) {
    return cached("names", model, () -> FileNames.of(model));
  }

  private Map<String, List<Named>> imported(Model model) {
    return cached("imported", model, () -> imported(model, true));
  }

  /** What imports bring, with the programs of imported templates or without. */
  private Map<String, List<Named>> imported(Model model, boolean withPrograms) {
    Map<String, List<Named>> visible = new HashMap<>();
    for (Import declaration : model.getImports()) {
      Model other = Imports.load(declaration);
      if (other != null && !other.equals(model)) {
        add(declaration, names(other), withPrograms, visible);
      }
    }
    return visible;
  }

  /**
   * The imported names are read as text: resolving their references here would ask for this scope
   * again.
   */
  private static void add(
      Import declaration,
      Map<String, List<Named>> from,
      boolean withPrograms,
      Map<String, List<Named>> to) {
    if (declaration.getNames().isEmpty()) {
      from.forEach(to::putIfAbsent);
    }
    for (ImportedName name : declaration.getNames()) {
      String text = ImportedNames.text(name);
      List<Named> found = from.get(text);
      if (found != null) {
        to.putIfAbsent(text, found);
        if (withPrograms) {
          TemplatePrograms.of(found, from).forEach(to::putIfAbsent);
        }
      }
    }
  }

  private <T> T cached(String key, Model model, Provider<T> compute) {
    return cache.get(key, model.eResource(), compute);
  }
}
