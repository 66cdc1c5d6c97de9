package org.vmn.dsl.ide.rename;

import com.google.inject.Inject;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.ide.symbol.Declarations;
import org.vmn.dsl.imports.Library;
import org.vmn.dsl.scoping.FileNames;
import org.vmn.dsl.services.VmnGrammarAccess;
import org.vmn.dsl.vmn.Disk;
import org.vmn.dsl.vmn.For;
import org.vmn.dsl.vmn.Model;
import org.vmn.dsl.vmn.Named;
import org.vmn.dsl.vmn.NetworkHeader;
import org.vmn.dsl.vmn.Parameter;
import org.vmn.dsl.vmn.Template;
import org.vmn.dsl.vmn.Uplink;
import org.vmn.dsl.vmn.User;
import org.vmn.dsl.vmn.Variable;

/** Which declarations can be renamed, and to what. */
final class NewNames {
  private final VmnGrammarAccess grammar;

  @Inject
  NewNames(VmnGrammarAccess grammar) {
    this.grammar = grammar;
  }

  /** Why a declaration can't be renamed; null when it can. */
  static @Nullable String refusal(EObject declaration) {
    Resource resource = declaration.eResource();
    if (declaration.eIsProxy() || resource == null) {
      return "nothing declares this name";
    }
    if (Library.contains(resource.getURI())) {
      return "names of the standard library can't be changed";
    }
    String name = Declarations.name(declaration);
    if (name != null && name.contains("${")) {
      return "this name is made of values; change it where it is written";
    }
    boolean renamed =
        declaration instanceof Named
            || declaration instanceof NetworkHeader
            || declaration instanceof For
            || declaration instanceof Parameter
            || declaration instanceof Disk
            || declaration instanceof User;
    return renamed ? null : "this name is not declared by you: it has a meaning to VMN";
  }

  /** Why a declaration can't have a new name; null when it can. */
  @Nullable String refusal(EObject declaration, String name) {
    if (!name.matches("[A-Za-z_](-?[A-Za-z0-9_])*")) {
      return "`"
          + name
          + "` is not a name: letters, digits, `_` and single dashes, beginning with a letter";
    }
    if (GrammarUtil.getAllKeywords(grammar.getGrammar()).contains(name)
        && !wordsThatAreNames().contains(name)) {
      return "`" + name + "` is a word of the language";
    }
    if (isValue(declaration) && !isWord(name)) {
      return "`" + name + "` is a word of the language, and can't name a value";
    }
    if (declaration instanceof Parameter parameter
        && parameter.eContainer() instanceof Template template
        && template.getParameters().stream().anyMatch(p -> name.equals(p.getName()))) {
      return "`" + name + "` is a parameter already";
    }
    Model model = EcoreUtil2.getContainerOfType(declaration, Model.class);
    boolean taken =
        model != null
            && declaration instanceof Named
            && !(declaration instanceof Uplink)
            && FileNames.of(model).containsKey(name);
    return taken ? "`" + name + "` is declared already" : null;
  }

  private static boolean isValue(EObject declaration) {
    return declaration instanceof Variable
        || declaration instanceof Parameter
        || declaration instanceof For;
  }

  /** Names of values are read within expressions, where fewer words may be names. */
  private boolean isWord(String name) {
    return !GrammarUtil.getAllKeywords(grammar.getGrammar()).contains(name)
        || words(grammar.getWordRule()).contains(name);
  }

  private Set<String> wordsThatAreNames() {
    return words(grammar.getNameRule());
  }

  private static Set<String> words(AbstractRule rule) {
    Set<String> words = new HashSet<>();
    EcoreUtil2.getAllContentsOfType(rule, Keyword.class)
        .forEach(keyword -> words.add(keyword.getValue()));
    return words;
  }
}
