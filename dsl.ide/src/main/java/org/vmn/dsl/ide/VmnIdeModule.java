package org.vmn.dsl.ide;

import com.google.inject.Binder;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.name.Names;
import org.eclipse.xtext.generator.IShouldGenerate;
import org.eclipse.xtext.ide.LexerIdeBindings;
import org.eclipse.xtext.ide.editor.contentassist.IPrefixMatcher;
import org.eclipse.xtext.ide.editor.contentassist.IdeContentProposalProvider;
import org.eclipse.xtext.ide.editor.contentassist.IdeCrossrefProposalProvider;
import org.eclipse.xtext.ide.editor.contentassist.antlr.ContentAssistContextFactory;
import org.eclipse.xtext.ide.editor.contentassist.antlr.IContentAssistParser;
import org.eclipse.xtext.ide.editor.contentassist.antlr.PartialContentAssistContextFactory;
import org.eclipse.xtext.ide.editor.contentassist.antlr.internal.Lexer;
import org.eclipse.xtext.ide.editor.folding.IFoldingRangeProvider;
import org.eclipse.xtext.ide.server.UriExtensions;
import org.eclipse.xtext.ide.server.contentassist.ContentAssistService;
import org.eclipse.xtext.ide.server.hover.IHoverService;
import org.eclipse.xtext.ide.server.rename.IRenameService2;
import org.eclipse.xtext.ide.server.symbol.DocumentSymbolService;
import org.eclipse.xtext.ide.server.symbol.HierarchicalDocumentSymbolService;
import org.eclipse.xtext.resource.EObjectAtOffsetHelper;
import org.eclipse.xtext.resource.ILocationInFileProvider;
import org.eclipse.xtext.resource.IResourceDescription;
import org.eclipse.xtext.validation.IResourceValidator;
import org.vmn.dsl.ide.analysis.ComputedValues;
import org.vmn.dsl.ide.analysis.ValidateOnce;
import org.vmn.dsl.ide.build.ImportingFiles;
import org.vmn.dsl.ide.contentassist.Completion;
import org.vmn.dsl.ide.contentassist.ContentAssistLexer;
import org.vmn.dsl.ide.contentassist.DeclarationParser;
import org.vmn.dsl.ide.contentassist.NameProposals;
import org.vmn.dsl.ide.contentassist.Proposals;
import org.vmn.dsl.ide.hover.HoverContributor;
import org.vmn.dsl.ide.hover.Hovers;
import org.vmn.dsl.ide.rename.References;
import org.vmn.dsl.ide.rename.Renaming;
import org.vmn.dsl.ide.symbol.Folds;
import org.vmn.dsl.ide.symbol.Outline;
import org.vmn.dsl.ide.value.ElementsAtOffset;
import org.vmn.dsl.ide.value.Locations;
import org.vmn.dsl.ide.value.VariableValues;

/** The language's components that editors need. */
public class VmnIdeModule extends AbstractVmnIdeModule {

  @Override
  public void configureContentAssistLexer(Binder binder) {
    binder
        .bind(Lexer.class)
        .annotatedWith(Names.named(LexerIdeBindings.CONTENT_ASSIST))
        .to(ContentAssistLexer.class);
  }

  /** Completion parses the declaration around the cursor, not the whole file. */
  @Override
  public Class<? extends IContentAssistParser> bindIContentAssistParser() {
    return DeclarationParser.class;
  }

  public Class<? extends ContentAssistContextFactory> bindContentAssistContextFactory() {
    return PartialContentAssistContextFactory.class;
  }

  @Override
  public Class<? extends IPrefixMatcher> bindIPrefixMatcher() {
    return IPrefixMatcher.IgnoreCase.class;
  }

  @Override
  public Class<? extends IRenameService2> bindIRenameService2() {
    return Renaming.class;
  }

  public Class<? extends IdeContentProposalProvider> bindIdeContentProposalProvider() {
    return Proposals.class;
  }

  public Class<? extends IdeCrossrefProposalProvider> bindIdeCrossrefProposalProvider() {
    return NameProposals.class;
  }

  public Class<? extends ContentAssistService> bindContentAssistService() {
    return Completion.class;
  }

  public Class<? extends IHoverService> bindIHoverService() {
    return Hovers.class;
  }

  public Class<? extends DocumentSymbolService> bindDocumentSymbolService() {
    return References.class;
  }

  public Class<? extends HierarchicalDocumentSymbolService>
      bindHierarchicalDocumentSymbolService() {
    return Outline.class;
  }

  public Class<? extends IFoldingRangeProvider> bindIFoldingRangeProvider() {
    return Folds.class;
  }

  public Class<? extends IResourceDescription.Manager> bindIResourceDescription$Manager() {
    return ImportingFiles.class;
  }

  public Class<? extends UriExtensions> bindUriExtensions() {
    return Uris.class;
  }

  public Class<? extends IResourceValidator> bindIResourceValidator() {
    return ValidateOnce.class;
  }

  /** An editor writes no files but those that its user edits. */
  public Class<? extends IShouldGenerate> bindIShouldGenerate() {
    return NeverGenerate.class;
  }

  public Class<? extends EObjectAtOffsetHelper> bindEObjectAtOffsetHelper() {
    return ElementsAtOffset.class;
  }

  public Class<? extends ILocationInFileProvider> bindILocationInFileProvider() {
    return Locations.class;
  }

  public void configureHoverContributors(Binder binder) {
    Multibinder<HoverContributor> contributors =
        Multibinder.newSetBinder(binder, HoverContributor.class);
    contributors.addBinding().to(ComputedValues.class);
    contributors.addBinding().to(VariableValues.class);
  }
}
