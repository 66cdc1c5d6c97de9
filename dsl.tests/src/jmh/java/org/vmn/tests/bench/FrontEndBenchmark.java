package org.vmn.tests.bench;

import com.google.inject.Injector;
import com.google.inject.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.resource.IResourceFactory;
import org.eclipse.xtext.resource.IResourceServiceProvider;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.CheckMode;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.vmn.dsl.VmnStandaloneSetup;

/**
 * Loading, linking and validating, warm: one file, and a file that imports many. With the collector
 * and the headers that {@code vmn} asks for. The compiler of the JVM needs some twenty seconds for
 * the front end: before that a figure is three times too long.
 */
@State(Scope.Thread)
@Fork(
    value = 1,
    jvmArgsAppend = {
      "-Xmx3g",
      "-XX:+UseSerialGC",
      "-XX:+IgnoreUnrecognizedVMOptions",
      "-XX:+UseCompactObjectHeaders"
    })
@Warmup(iterations = 4, time = 6)
@Measurement(iterations = 5, time = 3)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class FrontEndBenchmark {

  /** Together in all files. */
  @Param({"1000", "10000", "100000"})
  public int statements;

  @Param({"1", "1000"})
  public int files;

  private Provider<XtextResourceSet> sets;
  private IResourceServiceProvider services;
  private IResourceFactory factory;
  private Path folder;
  private byte[] root;

  @Setup(Level.Trial)
  public void setUp() throws IOException {
    Injector injector = new VmnStandaloneSetup().createInjectorAndDoEMFRegistration();
    sets = injector.getProvider(XtextResourceSet.class);
    services = injector.getInstance(IResourceServiceProvider.class);
    factory = injector.getInstance(IResourceFactory.class);
    folder = Files.createTempDirectory("vmn-bench");
    Statements.write(folder, statements, files);
    root = Files.readAllBytes(folder.resolve("root.vmn"));
  }

  /** The number of problems of all files: none. */
  @Benchmark
  public int check() throws IOException {
    XtextResourceSet set = sets.get();
    URI uri = URI.createFileURI(folder.resolve("root.vmn").toString());
    Resource file = factory.createResource(uri);
    set.getResources().add(file);
    file.load(new ByteArrayInputStream(root), Map.of());
    int problems = 0;
    List<Resource> all = set.getResources();
    for (int i = 0; i < all.size(); i++) {
      problems +=
          services
              .getResourceValidator()
              .validate(all.get(i), CheckMode.ALL, CancelIndicator.NullImpl)
              .size();
    }
    if (problems > 0) {
      throw new IllegalStateException(problems + " problems in the generated network");
    }
    return problems;
  }
}
