package org.vmn.dsl.ide.symbol;

import java.util.Map;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.SymbolKind;
import org.vmn.dsl.diagnostics.Nouns;
import org.vmn.dsl.vmn.VmnPackage.Literals;

/** How kinds of declarations are shown: in words, and with the few icons that the protocol has. */
public final class Kinds {
  private record Icon(SymbolKind symbol, CompletionItemKind completion) {}

  private static final Icon OTHER = new Icon(SymbolKind.Property, CompletionItemKind.Reference);
  private static final Icon PLACE = new Icon(SymbolKind.Package, CompletionItemKind.Folder);
  private static final Icon WIRE = new Icon(SymbolKind.Interface, CompletionItemKind.Interface);
  private static final Icon MACHINE = new Icon(SymbolKind.Class, CompletionItemKind.Class);
  private static final Icon PATTERN = new Icon(SymbolKind.Struct, CompletionItemKind.Struct);
  private static final Icon SET = new Icon(SymbolKind.Array, CompletionItemKind.Variable);
  private static final Icon TRAFFIC = new Icon(SymbolKind.Constant, CompletionItemKind.Constant);
  private static final Icon STORY = new Icon(SymbolKind.Event, CompletionItemKind.Event);

  private static final Map<EClass, Icon> ICONS =
      Map.ofEntries(
          Map.entry(Literals.NETWORK_HEADER, new Icon(SymbolKind.Module, OTHER.completion)),
          Map.entry(Literals.HOST, PLACE),
          Map.entry(Literals.UPLINK, WIRE),
          Map.entry(Literals.POOL, SET),
          Map.entry(Literals.OVERLAY, WIRE),
          Map.entry(Literals.SEGMENT, WIRE),
          Map.entry(Literals.EXTERNAL, WIRE),
          Map.entry(Literals.ROUTER, MACHINE),
          Map.entry(Literals.FABRIC, PLACE),
          Map.entry(Literals.FABRIC_SWITCH, WIRE),
          Map.entry(Literals.VIRTUAL_SWITCH, WIRE),
          Map.entry(Literals.LINK, WIRE),
          Map.entry(Literals.FIREWALL, MACHINE),
          Map.entry(Literals.CHAIN, WIRE),
          Map.entry(Literals.MONITOR, STORY),
          Map.entry(Literals.IMAGE, new Icon(SymbolKind.File, CompletionItemKind.File)),
          Map.entry(Literals.TEMPLATE, PATTERN),
          Map.entry(Literals.VM, MACHINE),
          Map.entry(Literals.GROUP, SET),
          Map.entry(Literals.SERVICE, TRAFFIC),
          Map.entry(Literals.PROGRAM, TRAFFIC),
          Map.entry(Literals.BALANCER, MACHINE),
          Map.entry(Literals.POLICY_DEFAULT, new Icon(SymbolKind.Operator, OTHER.completion)),
          Map.entry(Literals.RULE, new Icon(SymbolKind.Operator, OTHER.completion)),
          Map.entry(Literals.ASSERTION, new Icon(SymbolKind.Boolean, OTHER.completion)),
          Map.entry(Literals.SCENARIO, STORY),
          Map.entry(Literals.DEPLOY, STORY));

  private Kinds() {}

  public static SymbolKind symbol(EClass type) {
    return ICONS.getOrDefault(type, OTHER).symbol;
  }

  public static CompletionItemKind completion(EClass type) {
    return ICONS.getOrDefault(type, OTHER).completion;
  }

  /** The word that declares it: {@code vm}, {@code segment}. */
  public static String word(EObject declaration) {
    return Nouns.of(declaration);
  }
}
