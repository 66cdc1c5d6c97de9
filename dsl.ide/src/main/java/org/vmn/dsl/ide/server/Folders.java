package org.vmn.dsl.ide.server;

import java.util.Set;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.workspace.IProjectConfig;
import org.eclipse.xtext.workspace.ISourceFolder;
import org.eclipse.xtext.workspace.IWorkspaceConfig;

/**
 * Everything is one project: what is visible where is said by imports alone, and a file outside the
 * opened folders is as good as one inside.
 */
final class Folders implements IWorkspaceConfig, IProjectConfig {
  private static final String NAME = "vmn";

  @Override
  public Set<? extends IProjectConfig> getProjects() {
    return Set.of(this);
  }

  @Override
  public IProjectConfig findProjectContaining(URI member) {
    return this;
  }

  @Override
  public IProjectConfig findProjectByName(String name) {
    return this;
  }

  @Override
  public String getName() {
    return NAME;
  }

  /** Only generators ask for it, and an editor runs none. */
  @Override
  public URI getPath() {
    return URI.createURI("file:///");
  }

  @Override
  public Set<? extends ISourceFolder> getSourceFolders() {
    return Set.of();
  }

  @Override
  @SuppressWarnings("NullAway") // Xtext's contract
  public ISourceFolder findSourceFolderContaining(URI member) {
    return null;
  }

  @Override
  public IWorkspaceConfig getWorkspaceConfig() {
    return this;
  }
}
