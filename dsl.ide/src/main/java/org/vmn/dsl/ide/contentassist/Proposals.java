package org.vmn.dsl.ide.contentassist;

import com.google.common.base.Predicate;
import com.google.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistContext;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistEntry;
import org.eclipse.xtext.ide.editor.contentassist.IIdeContentProposalAcceptor;
import org.eclipse.xtext.ide.editor.contentassist.IdeContentProposalProvider;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.vmn.dsl.diagnostics.Nouns;
import org.vmn.dsl.services.VmnGrammarAccess;

/** What is proposed: names that fit, words of the language, units. */
public class Proposals extends IdeContentProposalProvider {
  @Inject private VmnGrammarAccess grammar;
  @Inject private ValueProposals values;

  /** Only where the grammar leaves a choice: a made-up name or number would be no help. */
  @Override
  protected void _createProposals(
      Assignment assignment, ContentAssistContext context, IIdeContentProposalAcceptor acceptor) {
    AbstractElement terminal = assignment.getTerminal();
    if (terminal instanceof CrossReference reference) {
      createProposals(terminal, context, acceptor);
      String kind = Nouns.of(reference.getType().getClassifier().getName());
      values.values(
          context.getCurrentModel(), context.getPrefix(), v -> v.type().equals(kind), acceptor);
    } else if (terminal instanceof RuleCall call && call.getRule().equals(grammar.getUnitRule())) {
      units(context, acceptor);
    } else if (terminal instanceof RuleCall call
        && call.getRule().equals(grammar.getImportPathRule())) {
      words(ImportPaths.near(context.getResource()), "module", context, acceptor);
    } else if (isExpression(terminal)) {
      values.values(context.getCurrentModel(), context.getPrefix(), v -> true, acceptor);
      values.functions(context.getPrefix(), acceptor);
    }
  }

  private boolean isExpression(AbstractElement terminal) {
    return Stream.concat(
            Stream.of(terminal),
            EcoreUtil2.getAllContentsOfType(terminal, AbstractElement.class).stream())
        .anyMatch(e -> e instanceof RuleCall call && expressions().contains(call.getRule()));
  }

  private Set<AbstractRule> expressions() {
    return Set.of(
        grammar.getComputedRule(),
        grammar.getExpressionRule(),
        grammar.getFormulaRule(),
        grammar.getIndexRule(),
        grammar.getInvocationRule(),
        grammar.getNumeralRule(),
        grammar.getParenthesesRule());
  }

  private void units(ContentAssistContext context, IIdeContentProposalAcceptor acceptor) {
    words(Units.of(context.getCurrentModel()), "unit", context, acceptor);
  }

  private void words(
      List<String> words,
      String what,
      ContentAssistContext context,
      IIdeContentProposalAcceptor acceptor) {
    for (String word : words) {
      ContentAssistEntry entry =
          getProposalCreator()
              .createProposal(
                  word,
                  context,
                  what.equals("unit")
                      ? ContentAssistEntry.KIND_UNIT
                      : ContentAssistEntry.KIND_MODULE,
                  it -> it.setDescription(what));
      acceptor.accept(entry, getProposalPriorities().getDefaultPriority(entry));
    }
  }

  /**
   * Words that are proposed to be read as words: not as names, which they may be too, and not
   * punctuation.
   */
  @Override
  protected boolean filterKeyword(Keyword keyword, ContentAssistContext context) {
    String value = keyword.getValue();
    boolean word = Character.isLetter(value.charAt(0)) || value.equals("->") || value.equals("=>");
    AbstractRule rule = GrammarUtil.containingRule(keyword);
    return word
        && !rule.equals(grammar.getNameRule())
        && !rule.equals(grammar.getWordRule())
        && !rule.equals(grammar.getFunctionNameRule());
  }

  @Override
  protected Predicate<IEObjectDescription> getCrossrefFilter(
      CrossReference reference, ContentAssistContext context) {
    Fitting fitting = Fitting.of(GrammarUtil.containingRule(reference).getName());
    return candidate -> fitting.test(candidate.getEClass());
  }
}
