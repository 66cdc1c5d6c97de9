package org.vmn.dsl.scoping;

import com.google.common.collect.Iterables;
import com.google.inject.Inject;
import java.util.Locale;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.diagnostics.DiagnosticMessage;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.linking.impl.LinkingDiagnosticMessageProvider;
import org.eclipse.xtext.scoping.IScope;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Suggestions;
import org.vmn.dsl.vmn.ImportedName;
import org.vmn.dsl.vmn.VmnPackage;

/** What is said of a name that nothing has: what was looked for, and the nearest name there is. */
public class LinkingMessages extends LinkingDiagnosticMessageProvider {
  @Inject private VmnScopeProvider scopes;

  @Override
  public DiagnosticMessage getUnresolvedProxyMessage(ILinkingDiagnosticContext context) {
    EObject from = context.getContext();
    String wrong = context.getLinkText();
    IScope scope = scopes.getScope(from, context.getReference());
    String nearest =
        Suggestions.nearest(wrong, Iterables.transform(scope.getAllElements(), d -> d.getName().toString())).orElse("");
    StringBuilder message = new StringBuilder();
    message.append("there is no ").append(kind(context.getReference().getEReferenceType())).append(" `").append(wrong).append("`");
    if (from instanceof ImportedName) {
      message.append(" in the imported file");
    }
    // The suggestion is data too, so that an editor can offer it as a fix.
    if (nearest.isEmpty()) {
      return new DiagnosticMessage(message.toString(), Severity.ERROR, Code.UNKNOWN_NAME.id());
    }
    message.append("; did you mean `").append(nearest).append("`?");
    return new DiagnosticMessage(message.toString(), Severity.ERROR, Code.UNKNOWN_NAME.id(), nearest);
  }

  private static String kind(EClass type) {
    if (type.equals(VmnPackage.Literals.NAMED)) {
      return "declaration";
    }
    return type.getName().toLowerCase(Locale.ROOT);
  }
}
