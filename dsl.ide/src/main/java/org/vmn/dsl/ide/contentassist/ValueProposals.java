package org.vmn.dsl.ide.contentassist;

import com.google.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistEntry;
import org.eclipse.xtext.ide.editor.contentassist.IIdeContentProposalAcceptor;
import org.eclipse.xtext.ide.editor.contentassist.IdeContentProposalPriorities;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.resource.XtextResource;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.expressions.Functions;
import org.vmn.dsl.ide.symbol.Declarations;
import org.vmn.dsl.ide.value.ArgumentPlace;
import org.vmn.dsl.ide.value.VisibleValues;
import org.vmn.dsl.scoping.VmnScopeProvider;
import org.vmn.dsl.vmn.Parameter;
import org.vmn.dsl.vmn.Template;

/** Values that are visible at a place, and functions. */
final class ValueProposals {
  @Inject private VisibleValues visible;
  @Inject private VmnScopeProvider scopes;
  @Inject private IdeContentProposalPriorities priorities;

  /**
   * @param prefix what is typed of the name
   */
  void values(
      @Nullable EObject at,
      String prefix,
      Predicate<VisibleValues.Visible> fitting,
      IIdeContentProposalAcceptor acceptor) {
    for (VisibleValues.Visible value : visible.at(at)) {
      if (fitting.test(value) && begins(value.name(), prefix)) {
        accept(
            entry(value.name(), prefix, value.description(), ContentAssistEntry.KIND_VARIABLE),
            acceptor);
      }
    }
  }

  /** The parameters of a template that have got no argument yet. */
  void arguments(
      XtextResource file,
      ArgumentPlace place,
      String prefix,
      IIdeContentProposalAcceptor acceptor) {
    for (IEObjectDescription declared :
        scopes
            .names(file.getContents().get(0))
            .getElements(QualifiedName.create(place.template()))) {
      if (declared.getEObjectOrProxy() instanceof Template template && !template.eIsProxy()) {
        for (Parameter parameter : template.getParameters()) {
          String name = parameter.getName();
          if (name != null && begins(name, prefix) && !place.given().contains(name)) {
            ContentAssistEntry entry =
                entry(
                    name + " = ",
                    prefix,
                    Declarations.header(parameter),
                    ContentAssistEntry.KIND_PROPERTY);
            entry.setLabel(name);
            accept(entry, acceptor);
          }
        }
      }
    }
  }

  /** Once something is typed: there are many, and a value is meant more often. */
  void functions(String prefix, IIdeContentProposalAcceptor acceptor) {
    for (String form : prefix.isEmpty() ? List.<String>of() : Functions.forms()) {
      if (begins(form, prefix)) {
        ContentAssistEntry entry =
            entry(
                form.substring(0, form.indexOf('(') + 1),
                prefix,
                "function",
                ContentAssistEntry.KIND_FUNCTION);
        entry.setLabel(form);
        accept(entry, acceptor);
      }
    }
  }

  private static boolean begins(String name, String prefix) {
    return name.toLowerCase(Locale.ROOT).startsWith(prefix.toLowerCase(Locale.ROOT));
  }

  private static ContentAssistEntry entry(
      String text, String prefix, String description, String kind) {
    ContentAssistEntry entry = new ContentAssistEntry();
    entry.setProposal(text);
    entry.setPrefix(prefix);
    entry.setDescription(description);
    entry.setKind(kind);
    return entry;
  }

  private void accept(ContentAssistEntry entry, IIdeContentProposalAcceptor acceptor) {
    acceptor.accept(entry, priorities.getDefaultPriority(entry));
  }
}
