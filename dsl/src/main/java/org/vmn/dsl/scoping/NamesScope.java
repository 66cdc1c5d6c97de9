package org.vmn.dsl.scoping;

import com.google.common.collect.Iterables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.resource.EObjectDescription;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.scoping.IScope;
import org.eclipse.xtext.scoping.impl.AbstractScope;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.vmn.Named;

/** Names of one file that are of fitting kinds, found by hash. */
final class NamesScope extends AbstractScope {
  private final Map<String, List<Named>> names;
  private final List<EClass> kinds;

  NamesScope(IScope parent, Map<String, List<Named>> names, List<EClass> kinds) {
    super(parent, false);
    this.names = names;
    this.kinds = kinds;
  }

  @Override
  protected Iterable<IEObjectDescription> getLocalElementsByName(QualifiedName name) {
    return fitting(names.getOrDefault(name.toString(), List.of()));
  }

  /** Not all of them: a template is there once for each set of arguments. */
  @Override
  protected @Nullable IEObjectDescription getSingleLocalElementByName(QualifiedName name) {
    for (Named declaration : names.getOrDefault(name.toString(), List.of())) {
      if (Kinds.fits(declaration.eClass(), kinds)) {
        return EObjectDescription.create(name, declaration);
      }
    }
    return null;
  }

  @Override
  protected Iterable<IEObjectDescription> getAllLocalElements() {
    return Iterables.concat(Iterables.transform(names.values(), this::fitting));
  }

  @Override
  protected boolean isShadowed(IEObjectDescription fromParent) {
    return !fitting(names.getOrDefault(fromParent.getName().toString(), List.of())).isEmpty();
  }

  private List<IEObjectDescription> fitting(List<Named> declarations) {
    List<IEObjectDescription> found = new ArrayList<>(declarations.size());
    for (Named declaration : declarations) {
      if (Kinds.fits(declaration.eClass(), kinds)) {
        found.add(
            EObjectDescription.create(QualifiedName.create(declaration.getName()), declaration));
      }
    }
    return found;
  }
}
