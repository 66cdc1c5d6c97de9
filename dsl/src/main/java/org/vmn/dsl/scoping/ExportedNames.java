package org.vmn.dsl.scoping;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.resource.EObjectDescription;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.resource.impl.DefaultResourceDescriptionStrategy;
import org.eclipse.xtext.util.IAcceptor;
import org.vmn.dsl.vmn.Model;
import org.vmn.dsl.vmn.Named;

/** Puts the declarations of a file's top level, and nothing below, into the index. */
public class ExportedNames extends DefaultResourceDescriptionStrategy {

  @Override
  public boolean createEObjectDescriptions(EObject element, IAcceptor<IEObjectDescription> index) {
    if (element instanceof Named named && named.getName() != null) {
      index.accept(EObjectDescription.create(QualifiedName.create(named.getName()), named));
    }
    return element instanceof Model;
  }
}
