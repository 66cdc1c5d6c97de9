package org.vmn.dsl.ide.server;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.log4j.Logger;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.ide.server.ILanguageServerAccess;
import org.eclipse.xtext.ide.server.concurrent.IRequestManager;
import org.eclipse.xtext.resource.IResourceDescription;
import org.eclipse.xtext.resource.IResourceServiceProvider;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.ide.analysis.Elaborated;
import org.vmn.dsl.ide.analysis.Finding;
import org.vmn.dsl.ide.analysis.Findings;
import org.vmn.dsl.ide.analysis.Networks;

/**
 * Elaborates and proves the networks that a build touched, once the user pauses. Elaboration reads the
 * model and so keeps the next build waiting; proof needs the network alone and keeps nobody waiting.
 */
@Singleton
final class Analysis implements ILanguageServerAccess.IBuildListener {
  private static final Logger LOG = Logger.getLogger(Analysis.class);
  private static final long PAUSE_MILLIS = 150;

  private final IRequestManager requests;
  private final Workspace workspace;
  private final IResourceServiceProvider.Registry languages;
  private final ScheduledExecutorService worker =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "analysis");
            thread.setDaemon(true);
            return thread;
          });
  private final Set<URI> waiting = new LinkedHashSet<>();
  private @Nullable ScheduledFuture<?> next;

  @Inject
  Analysis(
      IRequestManager requests, Workspace workspace, IResourceServiceProvider.Registry languages) {
    this.requests = requests;
    this.workspace = workspace;
    this.languages = languages;
  }

  @Override
  public synchronized void afterBuild(List<IResourceDescription.Delta> deltas) {
    deltas.forEach(delta -> waiting.add(delta.getUri()));
    if (next != null) {
      next.cancel(true);
    }
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
        Optional<Elaborated> elaborated = elaborate(file);
        List<Finding> findings = new ArrayList<>();
        elaborated.ifPresent(it -> findings.addAll(Findings.of(it)));
        elaborated
            .filter(it -> it.network() != null)
            .ifPresent(it -> findings.addAll(Findings.ofProof(it.network(), it.files())));
        if (!done(file)) {
          return;
        }
        workspace.publisher().analysed(file, findings);
      } catch (CancellationException | InterruptedException e) {
        // The user goes on: the files that are left wait for the next pause.
        return;
      } catch (RuntimeException e) {
        LOG.error("analysis of " + file + " failed", e);
        done(file);
      }
    }
  }

  private Optional<Elaborated> elaborate(URI file) throws InterruptedException {
    CompletableFuture<Optional<Elaborated>> read =
        requests.runRead(cancelIndicator -> workspace.known(file).flatMap(this::elaborate));
    try {
      return read.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof CancellationException cancelled
          ? cancelled
          : new CompletionException(e.getCause());
    }
  }

  private Optional<Elaborated> elaborate(Resource resource) {
    IResourceServiceProvider language = languages.getResourceServiceProvider(resource.getURI());
    return language.get(Networks.class).of(resource);
  }

  private synchronized List<URI> waiting() {
    return List.copyOf(waiting);
  }

  /** Whether what was found is still of interest: an interrupted analysis found nothing worth telling. */
  private synchronized boolean done(URI file) {
    if (Thread.currentThread().isInterrupted()) {
      return false;
    }
    waiting.remove(file);
    return true;
  }
}
