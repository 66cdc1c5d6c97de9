package org.vmn.dsl.ide.server;

import com.google.common.collect.ImmutableList;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.xtext.ide.server.BuildManager.Buildable;
import org.eclipse.xtext.ide.server.Document;
import org.eclipse.xtext.ide.server.UriExtensions;
import org.eclipse.xtext.ide.server.WorkspaceManager;
import org.eclipse.xtext.resource.IResourceDescription;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.Issue;
import org.eclipse.xtext.workspace.IWorkspaceConfig;
import org.eclipse.xtext.xbase.lib.Procedures.Procedure2;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.ide.build.FilesOfFolder;
import org.vmn.dsl.ide.build.TopFolders;

/**
 * The files that the server knows: those of the opened folders, and any other that is open. Nothing
 * is built while a folder is opened, so that the editor's first request is answered at once.
 */
@Singleton
class Workspace extends WorkspaceManager {
  @Inject private UriExtensions uris;
  @Inject private TopFolders top;

  private Publisher publisher = new Publisher((file, issues) -> {});

  /** An editor that opens a file alone names no folder. */
  @Override
  public void initialize(
      @Nullable URI folder,
      Procedure2<? super URI, ? super Iterable<Issue>> issues,
      CancelIndicator cancelIndicator) {
    List<WorkspaceFolder> folders =
        folder == null ? List.of() : List.of(new WorkspaceFolder(uris.toUriString(folder), ""));
    initialize(folders, issues, cancelIndicator);
  }

  @Override
  public void initialize(
      List<WorkspaceFolder> folders,
      Procedure2<? super URI, ? super Iterable<Issue>> issues,
      CancelIndicator cancelIndicator) {
    publisher = new Publisher(issues);
    top.set(folders.stream().map(f -> uris.toUri(f.getUri())).toList());
    super.initialize(folders, publisher::built, cancelIndicator);
  }

  /** Where what is found later is told. */
  Publisher publisher() {
    return publisher;
  }

  /** A file that is loaded; empty when it has gone. */
  Optional<Resource> known(URI uri) {
    return Optional.ofNullable(getProjectManager(uri).getResourceSet().getResource(uri, false));
  }

  @Override
  protected IWorkspaceConfig createWorkspaceConfig() {
    return new Folders();
  }

  /** The files that the server knows in some folders. */
  List<URI> filesBelow(List<URI> folders) {
    List<URI> found = new ArrayList<>();
    for (IResourceDescription known : getIndex().getAllResourceDescriptions()) {
      String file = known.getURI().toString();
      if (folders.stream().anyMatch(f -> file.startsWith(f + "/"))) {
        found.add(known.getURI());
      }
    }
    return found;
  }

  /** Builds all files of the opened folders. */
  Buildable allFiles() {
    return didChangeFiles(files(getWorkspaceFolders()), List.of());
  }

  /** Builds what a change of folders brings, and forgets what it takes away. */
  Buildable didChangeFolders(DidChangeWorkspaceFoldersParams params) {
    didChangeWorkspaceFolders(params, CancelIndicator.NullImpl);
    top.set(getWorkspaceFolders().stream().map(f -> uris.toUri(f.getUri())).toList());
    List<URI> gone = new ArrayList<>();
    for (IResourceDescription known : getIndex().getAllResourceDescriptions()) {
      if (!isDocumentOpen(known.getURI()) && !isInFolder(known.getURI())) {
        gone.add(known.getURI());
      }
    }
    return didChangeFiles(files(params.getEvent().getAdded()), gone);
  }

  /**
   * A VMN file that the server may read: not a version out of an editor's history, not a web page.
   */
  boolean isFile(URI uri) {
    return uri.isFile() && "vmn".equals(uri.fileExtension());
  }

  @Override
  public Buildable didOpen(URI uri, Integer version, String text) {
    getOpenDocuments().put(uri, new TextDocument(version, text));
    return didChangeFiles(ImmutableList.of(uri), List.of());
  }

  @Override
  public Buildable didChangeTextDocumentContent(
      URI uri, Integer version, Iterable<TextDocumentContentChangeEvent> changes) {
    if (!(getOpenDocuments().get(uri) instanceof TextDocument document)) {
      return Buildable.NO_BUILD;
    }
    int next = version == null ? document.getVersion() + 1 : version;
    getOpenDocuments().put(uri, document.with(next, changes));
    return didChangeFiles(ImmutableList.of(uri), List.of());
  }

  /** A closed file outside the folders is nobody's any more. */
  @Override
  public Buildable didClose(URI uri) {
    getOpenDocuments().remove(uri);
    return isInFolder(uri) && exists(uri)
        ? didChangeFiles(ImmutableList.of(uri), List.of())
        : didChangeFiles(List.of(), ImmutableList.of(uri));
  }

  @Override
  protected Document getDocument(XtextResource resource) {
    Document open = getOpenDocuments().get(resource.getURI());
    return open != null
        ? open
        : new TextDocument(1, resource.getParseResult().getRootNode().getText());
  }

  private boolean isInFolder(URI uri) {
    return getWorkspaceFolders().stream()
        .map(folder -> uris.toUri(folder.getUri()).toString())
        .anyMatch(
            folder -> uri.toString().startsWith(folder.endsWith("/") ? folder : folder + "/"));
  }

  private List<URI> files(Collection<WorkspaceFolder> folders) {
    List<URI> files = new ArrayList<>();
    for (WorkspaceFolder folder : folders) {
      URI uri = uris.toUri(folder.getUri());
      if (uri.isFile()) {
        for (Path file : FilesOfFolder.find(Path.of(uri.toFileString()))) {
          files.add(uris.withEmptyAuthority(URI.createFileURI(file.toString())));
        }
      }
    }
    return files;
  }
}
