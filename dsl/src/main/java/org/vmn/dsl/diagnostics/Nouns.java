package org.vmn.dsl.diagnostics;

import java.util.Locale;
import java.util.Map;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;

/** What elements are called in messages: by the words that they are written with. */
public final class Nouns {
  private static final Map<String, String> OTHERS =
      Map.of(
          "FabricSwitch", "switch",
          "VirtualSwitch", "switch",
          "NetworkHeader", "network",
          "Guideline", "rule",
          "TrunkPort", "trunk",
          "Impairment", "link");

  private Nouns() {}

  public static String of(EObject element) {
    return of(element.eClass());
  }

  public static String of(EClass kind) {
    return of(kind.getName());
  }

  /**
   * @param rule of the grammar, which has the name of the class that it makes
   */
  public static String of(String rule) {
    return OTHERS.getOrDefault(rule, rule.toLowerCase(Locale.ROOT));
  }
}
