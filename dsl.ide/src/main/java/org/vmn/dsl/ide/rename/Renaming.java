package org.vmn.dsl.ide.rename;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameDefaultBehavior;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.xtext.ide.server.DocumentExtensions;
import org.eclipse.xtext.ide.server.ILanguageServerAccess;
import org.eclipse.xtext.ide.server.UriExtensions;
import org.eclipse.xtext.ide.server.rename.IRenameService2;
import org.eclipse.xtext.resource.EObjectAtOffsetHelper;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.ITextRegion;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.imports.Library;

/**
 * Renames a declaration and all that refers to it. Only the names' own text changes: Xtext's
 * renaming would write the model anew, through serializer and formatter.
 */
public class Renaming implements IRenameService2 {
  @Inject private EObjectAtOffsetHelper elements;
  @Inject private Occurrences occurrences;
  @Inject private NewNames newNames;
  @Inject private DocumentExtensions documents;
  @Inject private UriExtensions uris;

  @Override
  public @Nullable WorkspaceEdit rename(Options options) {
    String file = options.getRenameParams().getTextDocument().getUri();
    Position position = options.getRenameParams().getPosition();
    String name = options.getRenameParams().getNewName();
    return options
        .getLanguageServerAccess()
        .doSyncRead(file, context -> rename(context, position, name));
  }

  @Override
  public @Nullable Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior> prepareRename(
      PrepareRenameOptions options) {
    String file = options.getParams().getTextDocument().getUri();
    Position position = options.getParams().getPosition();
    return options
        .getLanguageServerAccess()
        .doSyncRead(
            file,
            context -> {
              XtextResource resource = (XtextResource) context.getResource();
              int offset = context.getDocument().getOffSet(position);
              EObject declaration = elements.getElementWithNameAt(resource, offset);
              if (declaration == null || NewNames.refusal(declaration) != null) {
                return null;
              }
              return occurrences.of(declaration).stream()
                  .filter(node -> isAt(node, resource, offset))
                  .findFirst()
                  .<Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>>map(
                      node -> Either3.forFirst(range(resource, node)))
                  .orElse(null);
            });
  }

  private WorkspaceEdit rename(
      ILanguageServerAccess.Context context, Position position, String name) {
    XtextResource resource = (XtextResource) context.getResource();
    EObject declaration =
        elements.getElementWithNameAt(resource, context.getDocument().getOffSet(position));
    if (declaration == null) {
      throw refused("there is no name here");
    }
    String refusal = NewNames.refusal(declaration);
    if (refusal == null) {
      refusal = newNames.refusal(declaration, name);
    }
    if (refusal != null) {
      throw refused(refusal);
    }
    Map<String, List<TextEdit>> changes = new TreeMap<>();
    for (Occurrence occurrence : occurrences.of(declaration)) {
      URI uri = occurrence.resource().getURI();
      if (!Library.contains(uri)) {
        changes
            .computeIfAbsent(uris.toUriString(uri), u -> new ArrayList<>())
            .add(new TextEdit(range(occurrence.resource(), occurrence), name));
      }
    }
    return new WorkspaceEdit(changes);
  }

  private static boolean isAt(Occurrence occurrence, XtextResource resource, int offset) {
    ITextRegion region = occurrence.region();
    return occurrence.resource().equals(resource)
        && region.getOffset() <= offset
        && offset <= region.getOffset() + region.getLength();
  }

  private Range range(XtextResource resource, Occurrence occurrence) {
    return documents.newRange(resource, occurrence.region());
  }

  private static ResponseErrorException refused(String why) {
    return new ResponseErrorException(
        new ResponseError(ResponseErrorCode.RequestFailed, why, null));
  }
}
