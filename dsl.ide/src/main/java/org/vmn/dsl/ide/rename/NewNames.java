package org.vmn.dsl.ide.rename;

import com.google.inject.Inject;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.imports.Library;
import org.vmn.dsl.scoping.FileNames;
import org.vmn.dsl.services.VmnGrammarAccess;
import org.vmn.dsl.vmn.Disk;
import org.vmn.dsl.vmn.Model;
import org.vmn.dsl.vmn.Named;
import org.vmn.dsl.vmn.NetworkHeader;
import org.vmn.dsl.vmn.Uplink;
import org.vmn.dsl.vmn.User;

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
    boolean renamed =
        declaration instanceof Named
            || declaration instanceof NetworkHeader
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
    Model model = EcoreUtil2.getContainerOfType(declaration, Model.class);
    boolean taken =
        model != null
            && declaration instanceof Named
            && !(declaration instanceof Uplink)
            && FileNames.of(model).containsKey(name);
    return taken ? "`" + name + "` is declared already" : null;
  }

  private Set<String> wordsThatAreNames() {
    Set<String> words = new HashSet<>();
    EcoreUtil2.getAllContentsOfType(grammar.getNameRule(), Keyword.class)
        .forEach(keyword -> words.add(keyword.getValue()));
    return words;
  }
}
