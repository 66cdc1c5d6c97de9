package org.vmn.dsl.scoping;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.InternalEList;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.util.Triple;
import org.vmn.dsl.parser.Edit;
import org.vmn.dsl.vmn.Named;

/**
 * What has to be linked again after an edit: what is new, what names a declaration that came or
 * went, and what was not linked within the file, since other files may have changed.
 *
 * @param names of the declarations that came or went
 * @param fresh the declarations that came
 * @param open the elements that refer to what the file itself doesn't declare
 */
record Relinking(Set<String> names, Set<EObject> fresh, Set<EObject> open) {

  static Relinking of(Edit edit, List<Triple<EObject, EReference, INode>> lazy) {
    Set<String> names = new HashSet<>(FileNames.of(edit.gone()).keySet());
    names.addAll(FileNames.of(edit.come()).keySet());
    Set<EObject> fresh = Collections.newSetFromMap(new IdentityHashMap<>());
    edit.come().forEach(declaration -> Contents.forEach(declaration, fresh::add));
    Set<EObject> open = Collections.newSetFromMap(new IdentityHashMap<>());
    lazy.forEach(reference -> open.add(reference.getFirst()));
    return new Relinking(names, fresh, open);
  }

  /** Whether what an element refers to is what it was. */
  boolean isLinked(EObject element, EStructuralFeature[] references) {
    if (open.contains(element) || fresh.contains(element)) {
      return false;
    }
    for (EStructuralFeature reference : references) {
      if (element.eIsSet(reference) && changed(element.eGet(reference, false))) {
        return false;
      }
    }
    return true;
  }

  private boolean changed(Object meant) {
    return meant instanceof InternalEList<?> several
        ? several.basicList().stream().anyMatch(this::changed)
        : !(meant instanceof Named named && named.getName() != null)
            || names.contains(named.getName());
  }
}
