package org.vmn.tests.bench;

import com.google.inject.Injector;
import com.google.inject.Provider;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.xtext.resource.IResourceServiceProvider;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.Issue;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.vmn.dsl.VmnStandaloneSetup;

/** Loading, linking and validating one file, warm. */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FrontEndBenchmark {

  private static final URI FILE =
      URI.createFileURI(Path.of("../dsl.ide/src/dist/training.vmn").toAbsolutePath().toString());

  private Provider<XtextResourceSet> sets;
  private IResourceServiceProvider services;

  @Setup
  public void setUp() {
    Injector injector = new VmnStandaloneSetup().createInjectorAndDoEMFRegistration();
    sets = injector.getProvider(XtextResourceSet.class);
    services = injector.getInstance(IResourceServiceProvider.class);
  }

  @Benchmark
  public List<Issue> check() {
    ResourceSet set = sets.get();
    return services
        .getResourceValidator()
        .validate(set.getResource(FILE, true), CheckMode.ALL, CancelIndicator.NullImpl);
  }
}
