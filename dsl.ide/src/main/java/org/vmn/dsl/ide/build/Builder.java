package org.vmn.dsl.ide.build;

import java.util.function.Predicate;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.build.IncrementalBuilder;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.resource.impl.ResourceDescriptionsData;
import org.vmn.dsl.imports.Library;
import org.vmn.dsl.imports.RootFolder;

/**
 * Drops a changed file instead of unloading it: unloading visits every object of the old model to
 * make it a proxy. Nothing needs those proxies, because {@link ImportingFiles} has all files that
 * refer to the changed one built again.
 */
public class Builder extends IncrementalBuilder.InternalStatefulIncrementalBuilder {

  @Override
  public IncrementalBuilder.Result launch() {
    dropUnindexed();
    URI folder = getRequest().getBaseDir();
    if (folder != null) {
      RootFolder.put(
          getRequest().getResourceSet(),
          folder.hasTrailingPathSeparator() ? folder.trimSegments(1) : folder);
    }
    return super.launch();
  }

  @Override
  protected void unloadResource(URI uri, Predicate<Resource> condition) {
    XtextResourceSet resources = getRequest().getResourceSet();
    Resource resource = resources.getResource(uri, false);
    if (resource != null && condition.test(resource)) {
      resources.getResources().remove(resource);
    }
  }

  /**
   * Files that were read only because another imports them are in no index that would say what they
   * import.
   */
  private void dropUnindexed() {
    ResourceDescriptionsData index = getRequest().getState().getResourceDescriptions();
    getRequest()
        .getResourceSet()
        .getResources()
        .removeIf(resource ->
            !Library.contains(resource.getURI())
                && index.getResourceDescription(resource.getURI()) == null);
  }
}
