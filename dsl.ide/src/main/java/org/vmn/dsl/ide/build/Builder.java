package org.vmn.dsl.ide.build;

import com.google.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.build.IncrementalBuilder;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.resource.impl.ResourceDescriptionsData;
import org.vmn.dsl.imports.Library;
import org.vmn.dsl.imports.RootFolder;
import org.vmn.dsl.scoping.VmnResource;

/**
 * Gives a changed file its new text, of which only what the edit touched is parsed, and links it
 * again. Xtext unloads it instead: every object of the old model becomes a proxy, and the next one
 * is made from the beginning. What refers to the file is linked again too, because {@link
 * ImportingFiles} has all files that import it built.
 */
public class Builder extends IncrementalBuilder.InternalStatefulIncrementalBuilder {
  @Inject private TopFolders folders;

  @Override
  public IncrementalBuilder.Result launch() {
    dropUnindexed();
    RootFolder.put(getRequest().getResourceSet(), folders.all());
    return super.launch();
  }

  @Override
  protected void unloadResource(URI uri, Predicate<Resource> condition) {
    XtextResourceSet resources = getRequest().getResourceSet();
    Resource resource = resources.getResource(uri, false);
    if (resource != null
        && condition.test(resource)
        && !(resource instanceof XtextResource file && update(file))) {
      resources.getResources().remove(resource);
    }
  }

  /** Whether there still is such a file. */
  private boolean update(XtextResource file) {
    if (getRequest().getDeletedFiles().contains(file.getURI()) || file.getParseResult() == null) {
      return false;
    }
    try (InputStream in =
        getRequest().getResourceSet().getURIConverter().createInputStream(file.getURI())) {
      byte[] bytes = in.readNBytes(VmnResource.MOST_BYTES + 1);
      if (bytes.length > VmnResource.MOST_BYTES) {
        return false;
      }
      String text = new String(bytes, StandardCharsets.UTF_8);
      file.update(0, file.getParseResult().getRootNode().getTotalLength(), text);
      return true;
    } catch (IOException e) {
      return false;
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
