package org.vmn.dsl.ide.symbol;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.Range;
import org.eclipse.xtext.ide.server.DocumentExtensions;
import org.eclipse.xtext.ide.server.symbol.HierarchicalDocumentSymbolService;
import org.eclipse.xtext.resource.ILocationInFileProvider;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.service.OperationCanceledManager;
import org.eclipse.xtext.util.CancelIndicator;
import org.vmn.dsl.vmn.FabricSwitch;
import org.vmn.dsl.vmn.Import;
import org.vmn.dsl.vmn.Model;
import org.vmn.dsl.vmn.Program;
import org.vmn.dsl.vmn.Uplink;

/** The outline: declarations with what is named in them, and rules and assertions by their text. */
public class Outline extends HierarchicalDocumentSymbolService {
  private static final int LONGEST_NAME = 80;

  @Inject private DocumentExtensions documents;
  @Inject private ILocationInFileProvider locations;
  @Inject private OperationCanceledManager cancelling;

  @Override
  public List<DocumentSymbol> getSymbols(XtextResource resource, CancelIndicator cancelIndicator) {
    List<DocumentSymbol> symbols = new ArrayList<>();
    if (resource.getContents().isEmpty()
        || !(resource.getContents().get(0) instanceof Model model)) {
      return symbols;
    }
    for (EObject element : model.eContents()) {
      cancelling.checkCanceled(cancelIndicator);
      if (!(element instanceof Import)) {
        symbols.add(symbol(element));
      }
    }
    symbols.sort((a, b) ->
        Integer.compare(a.getRange().getStart().getLine(), b.getRange().getStart().getLine()));
    return symbols;
  }

  private DocumentSymbol symbol(EObject element) {
    String name = Declarations.name(element);
    Range whole = documents.newRange(element.eResource(), locations.getFullTextRegion(element));
    Range selection =
        documents.newRange(element.eResource(), locations.getSignificantTextRegion(element));
    DocumentSymbol symbol =
        new DocumentSymbol(
            name == null || name.isEmpty() ? shortened(Declarations.header(element)) : name,
            Kinds.symbol(element.eClass()),
            whole,
            selection);
    symbol.setDetail(name == null ? "" : Kinds.word(element));
    symbol.setChildren(new ArrayList<>());
    for (EObject part : element.eContents()) {
      if (part instanceof Uplink || part instanceof Program || part instanceof FabricSwitch) {
        symbol.getChildren().add(symbol(part));
      }
    }
    return symbol;
  }

  /** The protocol forbids empty names. */
  private static String shortened(String text) {
    if (text.isBlank()) {
      return "…";
    }
    return text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME - 1) + "…";
  }
}
