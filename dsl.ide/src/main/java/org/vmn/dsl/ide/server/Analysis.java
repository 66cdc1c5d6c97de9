package org.vmn.dsl.ide.server;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.log4j.Logger;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.ide.server.ILanguageServerAccess;
import org.eclipse.xtext.ide.server.concurrent.IRequestManager;
import org.eclipse.xtext.resource.IResourceDescription;
import org.eclipse.xtext.resource.IResourceServiceProvider;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.ide.analysis.Elaborated;
import org.vmn.dsl.ide.analysis.Finding;
import org.vmn.dsl.ide.analysis.Findings;
import org.vmn.dsl.ide.analysis.Networks;
import org.vmn.dsl.ide.analysis.Proofs;
import org.vmn.dsl.ide.analysis.Snapshot;
import org.vmn.dsl.ide.analysis.Verdicts;
import org.vmn.runtime.prove.Verdict;

/**
 * Elaborates and proves the networks that a build touched, once the user pauses. Only taking the
 * texts needs the server's attention; the rest keeps nobody waiting.
 */
@Singleton
final class Analysis implements ILanguageServerAccess.IBuildListener {
  private static final Logger LOG = Logger.getLogger(Analysis.class);
  private static final long PAUSE_MILLIS = 150;

  private final IRequestManager requests;
  private final Workspace workspace;
  private final IResourceServiceProvider.Registry languages;
  private final ScheduledExecutorService worker =
      Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "analysis");
        thread.setDaemon(true);
        return thread;
      });
  private final Proofs proofs = new Proofs();
  private final Set<URI> waiting = new LinkedHashSet<>();
  private @Nullable ScheduledFuture<?> next;
  private volatile Runnable whenDone = () -> {};

  @Inject
  Analysis(
      IRequestManager requests, Workspace workspace, IResourceServiceProvider.Registry languages) {
    this.requests = requests;
    this.workspace = workspace;
    this.languages = languages;
  }

  /** What to do each time that analysis knows more than before. */
  void whenDone(Runnable action) {
    whenDone = action;
  }

  /** Leaves what is being analysed until the build that follows an edit is done. */
  synchronized void interrupt() {
    if (next != null) {
      next.cancel(true);
    }
  }

  @Override
  public void afterBuild(List<IResourceDescription.Delta> deltas) {
    again(deltas.stream().map(IResourceDescription.Delta::getUri).toList());
  }

  /** Of files whose project or lock changed nothing but this is new. */
  synchronized void again(List<URI> files) {
    waiting.addAll(files);
    interrupt();
    if (!worker.isShutdown()) {
      next = worker.schedule(this::analyse, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  void stop() {
    worker.shutdownNow();
  }

  private void analyse() {
    for (URI file : waiting()) {
      try {
        Optional<Snapshot> snapshot = snapshot(file);
        if (snapshot.isEmpty() && !exists(file)) {
          service(file, Networks.class).forget(file);
          service(file, Verdicts.class).forget(file);
          proofs.forget(file);
        }
        List<Finding> findings = snapshot.map(this::findings).orElse(List.of());
        if (!done(file)) {
          return;
        }
        workspace.publisher().analysed(file, findings);
        whenDone.run();
      } catch (CancellationException | InterruptedException e) {
        // The user goes on: the files that are left wait for the next pause.
        return;
      } catch (RuntimeException e) {
        LOG.error("analysis of " + file + " failed", e);
        done(file);
      }
    }
  }

  private Optional<Snapshot> snapshot(URI file) throws InterruptedException {
    try {
      return requests.runRead(cancelIndicator -> workspace.known(file).flatMap(Snapshot::of)).get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof CancellationException cancelled
          ? cancelled
          : new CompletionException(e.getCause());
    }
  }

  private List<Finding> findings(Snapshot snapshot) {
    Elaborated elaborated = service(snapshot.root(), Networks.class).elaborate(snapshot);
    List<Finding> findings = new ArrayList<>(Findings.of(elaborated));
    if (elaborated.network() == null) {
      service(snapshot.root(), Verdicts.class).forget(snapshot.root());
    } else {
      List<Verdict> verdicts = proofs.of(snapshot.root(), elaborated.network());
      if (!Thread.currentThread().isInterrupted()) {
        service(snapshot.root(), Verdicts.class).put(snapshot, elaborated, verdicts);
      }
      findings.addAll(Findings.ofProof(verdicts, elaborated.files()));
    }
    return findings;
  }

  private boolean exists(URI file) {
    return workspace.getIndex().getResourceDescription(file) != null;
  }

  private <T> T service(URI file, Class<T> kind) {
    return languages.getResourceServiceProvider(file).get(kind);
  }

  private synchronized List<URI> waiting() {
    return List.copyOf(waiting);
  }

  /**
   * Whether what was found is still of interest: an interrupted analysis found nothing worth
   * telling.
   */
  private synchronized boolean done(URI file) {
    if (Thread.currentThread().isInterrupted()) {
      return false;
    }
    waiting.remove(file);
    return true;
  }
}
