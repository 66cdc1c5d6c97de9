package org.vmn.dsl.ide.value;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.resource.DefaultLocationInFileProvider;
import org.vmn.dsl.vmn.For;
import org.vmn.dsl.vmn.VmnPackage.Literals;

/** Where the name of an element stands: of a repetition, its variable. */
public class Locations extends DefaultLocationInFileProvider {

  @Override
  protected EStructuralFeature getIdentifierFeature(EObject element) {
    return element instanceof For ? Literals.FOR__VARIABLE : super.getIdentifierFeature(element);
  }
}
