package org.vmn.dsl.ide.rename;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.util.EContentsEList;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.TextRegion;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.expand.ValueUses;
import org.vmn.dsl.ide.symbol.Declarations;
import org.vmn.dsl.vmn.Program;
import org.vmn.dsl.vmn.Service;

/**
 * Finds every place where the name of a declaration stands, in all files that are loaded. Programs
 * have no declaration of their own: {@code runs shop} says the same program wherever it stands in a
 * file, and is the service {@code shop} where there is one.
 */
final class Occurrences {

  /** Declaration and references, in no order. */
  List<Occurrence> of(EObject declaration) {
    List<Occurrence> found = new ArrayList<>();
    Resource home = declaration.eResource();
    String name = Declarations.name(declaration);
    if (home == null || home.getResourceSet() == null || name == null) {
      return found;
    }
    boolean traffic = declaration instanceof Program || declaration instanceof Service;
    for (Resource resource : List.copyOf(home.getResourceSet().getResources())) {
      if (resource instanceof XtextResource file) {
        List<Occurrence> here = new ArrayList<>();
        Set<EObject> same = new HashSet<>(Set.of(declaration));
        if (traffic) {
          programs(home, name, same);
        }
        references(file, same, here);
        if (traffic && (file.equals(home) || !here.isEmpty())) {
          programs(file, name, same);
        }
        same.stream()
            .filter(it -> file.equals(it.eResource()))
            .forEach(it -> add(file, it, Declarations.nameFeature(it), 0, here));
        ValueUses.of(file).stream()
            .filter(use -> same.contains(use.target()))
            .forEach(use ->
                here.add(new Occurrence(file, new TextRegion(use.offset(), use.length()), false)));
        found.addAll(here.stream().distinct().toList());
      }
    }
    return found;
  }

  private static boolean isName(EObject owner, @Nullable EStructuralFeature feature) {
    return feature != null && feature.equals(Declarations.nameFeature(owner));
  }

  private static void programs(Resource file, String name, Set<EObject> found) {
    for (Iterator<EObject> all = file.getAllContents(); all.hasNext(); ) {
      if (all.next() instanceof Program program && name.equals(program.getName())) {
        found.add(program);
      }
    }
  }

  private static void references(XtextResource file, Set<EObject> targets, List<Occurrence> found) {
    for (TreeIterator<EObject> all = file.getAllContents(); all.hasNext(); ) {
      EObject from = all.next();
      EContentsEList.FeatureIterator<EObject> references =
          (EContentsEList.FeatureIterator<EObject>) from.eCrossReferences().iterator();
      int index = 0;
      EStructuralFeature last = null;
      while (references.hasNext()) {
        EObject target = references.next();
        EStructuralFeature feature = references.feature();
        index = feature.equals(last) ? index + 1 : 0;
        last = feature;
        if (targets.contains(target) && feature instanceof EReference) {
          add(file, from, feature, index, found);
        }
      }
    }
  }

  private static void add(
      XtextResource file,
      EObject owner,
      @Nullable EStructuralFeature feature,
      int index,
      List<Occurrence> found) {
    List<INode> nodes =
        feature == null ? List.of() : NodeModelUtils.findNodesForFeature(owner, feature);
    if (index < nodes.size()) {
      INode node = nodes.get(index);
      found.add(
          new Occurrence(
              file, new TextRegion(node.getOffset(), node.getLength()), isName(owner, feature)));
    }
  }
}
