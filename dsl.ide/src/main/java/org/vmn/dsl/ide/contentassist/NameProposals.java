package org.vmn.dsl.ide.contentassist;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistContext;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistEntry;
import org.eclipse.xtext.ide.editor.contentassist.IdeCrossrefProposalProvider;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.ide.symbol.Declarations;

/** A proposed name, with the first line of its declaration and its documentation. */
public class NameProposals extends IdeCrossrefProposalProvider {

  @Override
  protected @Nullable ContentAssistEntry createProposal(
      IEObjectDescription candidate, CrossReference reference, ContentAssistContext context) {
    ContentAssistEntry entry = super.createProposal(candidate, reference, context);
    EObject declaration = candidate.getEObjectOrProxy();
    if (entry != null && !declaration.eIsProxy()) {
      entry.setDescription(Declarations.header(declaration));
      String documentation = Declarations.documentation(declaration);
      entry.setDocumentation(documentation.isEmpty() ? null : documentation);
    }
    return entry;
  }
}
