package org.vmn.generator.watch;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Tells when files change, appear or vanish: written in place, replaced by another of the name, or
 * written in several steps, which are one change. For one thread; another may close it.
 */
public final class FileWatch implements AutoCloseable {
  /** Who watches may miss a change, not for longer. */
  private static final long LOOK_MILLIS = 1000;

  /** What stays as it is for so long has been written. */
  private static final long QUIET_MILLIS = 40;

  /** What changes for ever is looked at all the same. */
  private static final int MOST_STEPS = 50;

  /** Systems stamp files with a clock that stands still between its ticks. */
  private static final Duration CLOCK = Duration.ofMillis(20);

  private final Doorbell bell = new Doorbell();
  private final Map<Path, Stamp> seen = new TreeMap<>();
  private volatile boolean closed;

  /**
   * Watches these instead, be they there or not. Those that are watched already stay as they were
   * {@link #await seen}.
   *
   * @param since what is new here, and was written after this, counts as changed: it was read by
   *     somebody, nobody knows when
   */
  public void follow(Collection<Path> files, Instant since) {
    seen.keySet().retainAll(files);
    for (Path file : files) {
      if (!seen.containsKey(file)) {
        Stamp stamp = Stamp.of(file);
        boolean late = stamp.modified().toInstant().plus(CLOCK).isAfter(since);
        seen.put(file, late ? Stamp.UNKNOWN : stamp);
      }
    }
    bell.at(seen.keySet());
  }

  /** Whether one isn't as it was last seen. */
  public boolean isChanged() {
    return seen.entrySet().stream().anyMatch(e -> !Stamp.of(e.getKey()).equals(e.getValue()));
  }

  /**
   * Waits until one isn't as it was last seen, and then until they are quiet.
   *
   * @return those that changed, which are seen now; none when it is closed meanwhile, or when they
   *     became again what they had been
   * @throws InterruptedException when the thread is wanted no more
   */
  public Set<Path> await() throws InterruptedException {
    while (!closed && !isChanged()) {
      bell.await(LOOK_MILLIS);
      bell.at(seen.keySet());
    }
    Map<Path, Stamp> now = stamps();
    for (int i = 0; !closed && i < MOST_STEPS; i++) {
      Thread.sleep(QUIET_MILLIS);
      Map<Path, Stamp> next = stamps();
      if (next.equals(now)) {
        break;
      }
      now = next;
    }
    Set<Path> changed = new TreeSet<>();
    now.forEach((file, stamp) -> {
      if (!stamp.equals(seen.put(file, stamp))) {
        changed.add(file);
      }
    });
    return changed;
  }

  private Map<Path, Stamp> stamps() {
    Map<Path, Stamp> stamps = new TreeMap<>();
    seen.keySet().forEach(file -> stamps.put(file, Stamp.of(file)));
    return stamps;
  }

  @Override
  public void close() {
    closed = true;
    bell.close();
  }
}
