package org.vmn.runtime.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.simulate.SimulationException;

/** Runs on this machine, on several threads that take one trial after the other. */
public final class LocalEngine implements CampaignEngine {
  private final int threads;

  /**
   * @param threads 1 or more
   */
  public LocalEngine(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException(threads + " threads");
    }
    this.threads = threads;
  }

  @Override
  public CampaignResult run(Campaign campaign, DoubleConsumer progress, BooleanSupplier cancelled)
      throws SimulationException {
    Collector collector = new Collector(campaign);
    AtomicInteger next = new AtomicInteger();
    AtomicReference<@Nullable Throwable> failed = new AtomicReference<>();
    BooleanSupplier ends = () -> cancelled.getAsBoolean() || failed.get() != null;
    Runnable work =
        () -> {
          try {
            for (int i = next.getAndIncrement();
                i < campaign.trials() && !ends.getAsBoolean();
                i = next.getAndIncrement()) {
              collector.accept(i, campaign.trial(i).run(ends));
              progress.accept((double) collector.done() / campaign.trials());
            }
          } catch (CancellationException e) {
            // Asked to stop in the middle of a run: what is finished counts.
            return;
          } catch (SimulationException | RuntimeException | Error e) {
            failed.compareAndSet(null, e);
          }
        };
    List<Thread> workers = new ArrayList<>();
    for (int i = 1; i < Math.min(threads, campaign.trials()); i++) {
      workers.add(Thread.ofPlatform().daemon().name("campaign-" + i).start(work));
    }
    work.run();
    workers.forEach(LocalEngine::join);
    rethrow(failed.get());
    return collector.result();
  }

  private static void join(Thread worker) {
    boolean interrupted = false;
    while (worker.isAlive()) {
      try {
        worker.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void rethrow(@Nullable Throwable failed) throws SimulationException {
    switch (failed) {
      case null -> {}
      case SimulationException e -> throw e;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException(failed);
    }
  }
}
