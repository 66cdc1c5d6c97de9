package org.vmn.dsl.scoping;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.Multimap;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.InternalEList;
import org.eclipse.xtext.diagnostics.IDiagnosticConsumer;
import org.eclipse.xtext.diagnostics.IDiagnosticProducer;
import org.eclipse.xtext.linking.lazy.LazyLinker;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.vmn.Named;

/**
 * Patches Xtext 2.42: names that the file itself declares are linked at once. Xtext puts a
 * placeholder with an address into each reference, to be looked up later, and keeps what it needs
 * for that. Other names still take that way, as only then imported files are loaded.
 *
 * <p>One linker for all files: it knows once and for all of which class placeholders are.
 */
@Singleton
public class VmnLinker extends LazyLinker {
  private final Map<EReference, EClass> placeholders = new ConcurrentHashMap<>();

  @Inject private VmnScopeProvider scopes;

  @Override
  protected void doLinkModel(EObject model, IDiagnosticConsumer consumer) {
    Multimap<EStructuralFeature.Setting, INode> eager = ArrayListMultimap.create();
    IDiagnosticProducer producer = createDiagnosticProducer(consumer, model.eResource());
    Relinking relinking = model.eResource() instanceof VmnResource file ? file.relinking() : null;
    Contents.forEach(
        model,
        element -> {
          EStructuralFeature[] references = Contents.references(element.eClass());
          if (references.length > 0
              && (relinking == null || !relinking.isLinked(element, references))) {
            clear(element, references);
            installProxies(element, producer, eager);
          }
        });
    installQueuedLinks(eager);
  }

  /** An element that was kept from the text before may refer to what is no more. */
  private static void clear(EObject element, EStructuralFeature[] references) {
    for (EStructuralFeature reference : references) {
      if (element.eIsSet(reference)) {
        element.eUnset(reference);
      }
    }
  }

  @Override
  protected void createAndSetProxy(EObject element, INode node, EReference reference) {
    @Nullable Named own = scopes.own(element, reference, NodeModelUtils.getTokenText(node));
    if (own == null) {
      super.createAndSetProxy(element, node, reference);
    } else if (reference.isMany()) {
      @SuppressWarnings("unchecked")
      InternalEList<EObject> all = (InternalEList<EObject>) element.eGet(reference, false);
      all.addUnique(own);
    } else {
      element.eSet(reference, own);
    }
  }

  @Override
  protected boolean hasLeafNodes(INode node) {
    return node.getTotalLength() > 0;
  }

  @Override
  protected EClass getProxyType(EObject element, EReference reference) {
    EClass known = placeholders.get(reference);
    if (known == null) {
      known = findInstantiableCompatible(reference.getEReferenceType());
      placeholders.put(reference, known);
    }
    return known;
  }
}
