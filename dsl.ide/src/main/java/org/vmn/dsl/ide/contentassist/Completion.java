package org.vmn.dsl.ide.contentassist;

import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistEntry;
import org.eclipse.xtext.ide.server.contentassist.ContentAssistService;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.vmn.dsl.ide.symbol.Kinds;

/** Completion, with the icon of the kind of declaration that a name stands for. */
public class Completion extends ContentAssistService {

  @Override
  protected CompletionItemKind translateKind(ContentAssistEntry entry) {
    if (entry.getSource() instanceof IEObjectDescription declaration) {
      return Kinds.completion(declaration.getEClass());
    }
    return super.translateKind(entry);
  }
}
