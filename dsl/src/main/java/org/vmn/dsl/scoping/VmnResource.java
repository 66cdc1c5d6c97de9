package org.vmn.dsl.scoping;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.InternalEObject;
import org.eclipse.xtext.linking.lazy.LazyLinkingResource;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.util.Triple;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.parser.Edit;
import org.vmn.dsl.vmn.Element;
import org.vmn.dsl.vmn.Model;
import org.vmn.dsl.vmn.VmnPackage.Literals;

/** A file. Where it overrides anything it patches Xtext 2.42. */
public class VmnResource extends LazyLinkingResource {
  /** No larger file is read. */
  public static final int MOST_BYTES = 64 << 20;

  /** The place of the declaration that was asked for last. */
  private int asked = -1;

  /** Whether no element but those that came later passes the test of {@link #any}. */
  private boolean isPlain;

  private final List<EObject> later = new ArrayList<>();

  /** What has to be linked; null: all of it. */
  private @Nullable Relinking relinking;

  /** Whether a model is what the text says, and nothing that was made of it. */
  public boolean isFile(EObject model) {
    return getParseResult() != null && model.equals(getParseResult().getRootASTElement());
  }

  /**
   * Whether any element passes a test. The test is to be the same each time: what failed it, and is
   * still there after an edit, is not asked again.
   */
  public boolean any(Predicate<EObject> test) {
    boolean found =
        isPlain
            ? later.stream().anyMatch(e -> Contents.any(e, test))
            : Contents.any(getParseResult().getRootASTElement(), test);
    isPlain = !found;
    later.clear();
    return found;
  }

  @Override
  protected void updateInternalState(@Nullable IParseResult before, IParseResult after) {
    Edit edit = Edit.between(before, after);
    if (edit == null) {
      isPlain = false;
      later.clear();
    } else {
      later.removeAll(edit.gone());
      later.addAll(edit.come());
      relinking = Relinking.of(edit, getLazyProxyInformation());
    }
    try {
      super.updateInternalState(before, after);
    } finally {
      relinking = null;
    }
  }

  @Nullable Relinking relinking() {
    return relinking;
  }

  /** No more of a file is read, however it came to be loaded. */
  @Override
  protected void doLoad(InputStream in, Map<?, ?> options) throws IOException {
    byte[] bytes = in.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new IOException("the file is larger than " + (MOST_BYTES >> 20) + " MiB");
    }
    super.doLoad(new ByteArrayInputStream(bytes), options);
  }

  /**
   * EMF looks for an element's place from the beginning of the list; an index of names asks for all
   * of them in turn, which made it quadratic in the declarations.
   */
  @Override
  public String getURIFragment(EObject element) {
    if (element.eContainer() instanceof Model file
        && file.eContainer() == null
        && Literals.MODEL__ELEMENTS.equals(element.eContainmentFeature())) {
      List<Element> all = file.getElements();
      int next = asked + 1;
      if (next >= all.size() || !all.get(next).equals(element)) {
        next = all.indexOf(element);
      }
      asked = next;
      return "//@" + Literals.MODEL__ELEMENTS.getName() + "." + next;
    }
    return super.getURIFragment(element);
  }

  /**
   * Those that linking left open, instead of asking each element for all of its features. Those of
   * one list follow one another.
   */
  @Override
  public void resolveLazyCrossReferences(CancelIndicator cancel) {
    EObject element = null;
    EReference reference = null;
    List<Triple<EObject, EReference, INode>> open = getLazyProxyInformation();
    for (int i = 0; i < open.size(); i++) {
      Triple<EObject, EReference, INode> next = open.get(i);
      if (!next.getFirst().equals(element) || !next.getSecond().equals(reference)) {
        operationCanceledManager.checkCanceled(cancel);
        element = next.getFirst();
        reference = next.getSecond();
        doResolveLazyCrossReference((InternalEObject) element, reference);
      }
    }
  }

  /**
   * Once a file has an error, each reference that can be resolved has a message made up as if it
   * could not, to find the error that it might have caused before. None can have: a reference that
   * failed is not tried again. In a file of 100,000 declarations with one wrong name the messages
   * took minutes.
   */
  @Override
  protected void removeDiagnostic(Triple<EObject, EReference, INode> reference) {}
}
