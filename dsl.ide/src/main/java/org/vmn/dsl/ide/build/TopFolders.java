package org.vmn.dsl.ide.build;

import com.google.inject.Singleton;
import java.util.List;
import org.eclipse.emf.common.util.URI;

/** The folders that the editor has opened: imports are looked for in them, and lead out of none. */
@Singleton
public class TopFolders {
  private volatile List<URI> folders = List.of();

  /** Without a separator at their ends. */
  public List<URI> all() {
    return folders;
  }

  public void set(List<URI> all) {
    folders = all.stream().map(f -> f.hasTrailingPathSeparator() ? f.trimSegments(1) : f).toList();
  }
}
