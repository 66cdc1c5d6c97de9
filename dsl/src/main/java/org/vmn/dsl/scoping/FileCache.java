package org.vmn.dsl.scoping;

import com.google.inject.Singleton;
import org.eclipse.emf.common.notify.Notification;
import org.eclipse.emf.common.notify.Notifier;
import org.eclipse.xtext.util.OnChangeEvictingCache;

/**
 * Patches Xtext 2.42: what is cached with a file lasts until the file is parsed again. Xtext's own
 * cache listens to each element of the model, for changes that nobody makes here.
 */
@Singleton
public class FileCache extends OnChangeEvictingCache {
  private static final int USUAL_SIZE = 16;

  @Override
  protected CacheAdapter createCacheAdapter() {
    return new OfFile();
  }

  private static final class OfFile extends CacheAdapter {
    OfFile() {
      super(USUAL_SIZE);
    }

    @Override
    public void setTarget(Notifier file) {
      basicSetTarget(file);
    }

    @Override
    public void unsetTarget(Notifier file) {
      basicUnsetTarget(file);
    }

    @Override
    protected void selfAdapt(Notification notification) {}
  }
}
