package org.vmn.dsl;

import com.google.inject.Binder;
import com.google.inject.name.Names;
import org.eclipse.xtext.conversion.IValueConverterService;
import org.eclipse.xtext.linking.ILinker;
import org.eclipse.xtext.linking.ILinkingDiagnosticMessageProvider;
import org.eclipse.xtext.naming.IQualifiedNameProvider;
import org.eclipse.xtext.naming.SimpleNameProvider;
import org.eclipse.xtext.parser.IParser;
import org.eclipse.xtext.parser.antlr.IPartialParsingHelper;
import org.eclipse.xtext.parser.antlr.ISyntaxErrorMessageProvider;
import org.eclipse.xtext.parser.antlr.Lexer;
import org.eclipse.xtext.parser.antlr.LexerBindings;
import org.eclipse.xtext.resource.IDefaultResourceDescriptionStrategy;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.OnChangeEvictingCache;
import org.eclipse.xtext.validation.CompositeEValidator;
import org.eclipse.xtext.validation.IResourceValidator;
import org.vmn.dsl.parser.PartialParser;
import org.vmn.dsl.parser.RecoveringVmnParser;
import org.vmn.dsl.parser.SyntaxMessages;
import org.vmn.dsl.parser.Values;
import org.vmn.dsl.parser.VmnLexer;
import org.vmn.dsl.scoping.ExportedNames;
import org.vmn.dsl.scoping.FileCache;
import org.vmn.dsl.scoping.LinkingMessages;
import org.vmn.dsl.scoping.VmnLinker;
import org.vmn.dsl.scoping.VmnResource;
import org.vmn.dsl.validation.FileValidator;

/** The language's components where there is no Eclipse: the compiler, the tests, the server. */
public class VmnRuntimeModule extends AbstractVmnRuntimeModule {

  @Override
  public void configureRuntimeLexer(Binder binder) {
    binder.bind(Lexer.class).annotatedWith(Names.named(LexerBindings.RUNTIME)).to(VmnLexer.class);
  }

  @Override
  public Class<? extends XtextResource> bindXtextResource() {
    return VmnResource.class;
  }

  @Override
  public Class<? extends IValueConverterService> bindIValueConverterService() {
    return Values.class;
  }

  /** After an error, on with the next declaration. */
  @Override
  public Class<? extends IParser> bindIParser() {
    return RecoveringVmnParser.class;
  }

  /** Only what an edit touched is parsed again. */
  @Override
  public Class<? extends IPartialParsingHelper> bindIPartialParserHelper() {
    return PartialParser.class;
  }

  /** What is cached with a file, no element needs to be watched for. */
  public Class<? extends OnChangeEvictingCache> bindOnChangeEvictingCache() {
    return FileCache.class;
  }

  @Override
  public Class<? extends ILinker> bindILinker() {
    return VmnLinker.class;
  }

  @Override
  public Class<? extends IQualifiedNameProvider> bindIQualifiedNameProvider() {
    return SimpleNameProvider.class;
  }

  /** Only declarations of a file's top level can be meant from another file. */
  public Class<? extends IDefaultResourceDescriptionStrategy>
      bindIDefaultResourceDescriptionStrategy() {
    return ExportedNames.class;
  }

  /** What EMF itself could find wrong, linking and our own checks say better. */
  public void configureUseEObjectValidator(Binder binder) {
    binder
        .bind(Boolean.class)
        .annotatedWith(Names.named(CompositeEValidator.USE_EOBJECT_VALIDATOR))
        .toInstance(false);
  }

  /** Syntax first, then names and checks; one syntax error for each declaration. */
  public Class<? extends IResourceValidator> bindIResourceValidator() {
    return FileValidator.class;
  }

  /** Errors of the parser in our own words. */
  public Class<? extends ISyntaxErrorMessageProvider> bindISyntaxErrorMessageProvider() {
    return SyntaxMessages.class;
  }

  /** Errors of names in our own words, with a suggestion. */
  public Class<? extends ILinkingDiagnosticMessageProvider>
      bindILinkingDiagnosticMessageProvider() {
    return LinkingMessages.class;
  }
}
