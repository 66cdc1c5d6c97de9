package org.vmn.generator.watch;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Wakes who waits when something happens in folders. It may ring for nothing, and may miss
 * something (network disks tell of no one else's changes, systems have limits of what they watch),
 * so that who waits looks for himself now and then.
 */
final class Doorbell implements AutoCloseable {
  private final @Nullable WatchService service;
  private final Map<Path, WatchKey> keys = new HashMap<>();

  Doorbell() {
    service = service();
  }

  private static @Nullable WatchService service() {
    try {
      return FileSystems.getDefault().newWatchService();
    } catch (IOException | UnsupportedOperationException e) {
      return null;
    }
  }

  /**
   * Rings for the folders of these files from now on; of a folder that isn't there, for its parent.
   */
  void at(Set<Path> files) {
    keys.values().removeIf(key -> !key.isValid());
    for (Path file : files) {
      Path folder = file.getParent();
      while (folder != null && !Files.isDirectory(folder)) {
        folder = folder.getParent();
      }
      if (folder != null && service != null && !keys.containsKey(folder)) {
        try {
          keys.put(folder, folder.register(service, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE));
        } catch (IOException | ClosedWatchServiceException e) {
          // The folder went just now, or can't be watched: who waits looks for himself.
          keys.remove(folder);
        }
      }
    }
  }

  /**
   * Waits until something happens, for so long at the most.
   *
   * @throws InterruptedException when the thread is wanted no more
   */
  void await(long millis) throws InterruptedException {
    if (service == null) {
      Thread.sleep(millis);
      return;
    }
    try {
      for (WatchKey key = service.poll(millis, TimeUnit.MILLISECONDS);
          key != null;
          key = service.poll()) {
        key.pollEvents();
        if (!key.reset()) {
          keys.values().remove(key);
        }
      }
    } catch (ClosedWatchServiceException e) {
      // Closed by another thread, to wake this one.
      Thread.onSpinWait();
    }
  }

  @Override
  public void close() {
    try {
      if (service != null) {
        service.close();
      }
    } catch (IOException e) {
      // Nothing is lost: it held nothing but the system's attention.
      keys.clear();
    }
  }
}
