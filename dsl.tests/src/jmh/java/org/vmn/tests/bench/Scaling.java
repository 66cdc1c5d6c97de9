package org.vmn.tests.bench;

import com.google.inject.Injector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.resource.IResourceFactory;
import org.eclipse.xtext.resource.IResourceServiceProvider;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.CheckMode;
import org.vmn.dsl.VmnStandaloneSetup;
import org.vmn.dsl.imports.Imports;
import org.vmn.dsl.vmn.Import;
import org.vmn.dsl.vmn.Model;
import org.vmn.generator.elaborate.Elaborator;
import org.vmn.generator.lock.Lock;

/**
 * What each phase of the front end costs a statement, for inputs of growing length: where it is
 * linear, the columns stay level. Processor time of the working thread, the best of some rounds: on
 * a machine with others at work the first rounds are those before the compiler came to it.
 *
 * <p>Arguments: {@code STATEMENTS/FILES} each, such as {@code 100000/1 100000/1000}, or {@code
 * 100000/repeated} for as many statements that {@code for} and a template write out.
 */
public final class Scaling {
  private static final String REPEATED = "repeated";
  private static final int LEAST_ROUNDS = 2;
  private static final long BUDGET = TimeUnit.SECONDS.toNanos(12);
  private static final List<String> PHASES = List.of("load", "resolve", "validate", "elaborate");

  private final Injector injector = new VmnStandaloneSetup().createInjectorAndDoEMFRegistration();
  private final IResourceServiceProvider services =
      injector.getInstance(IResourceServiceProvider.class);
  private final IResourceFactory factory = injector.getInstance(IResourceFactory.class);
  private long clock;

  private Scaling() {}

  public static void main(String[] inputs) throws IOException {
    Scaling scaling = new Scaling();
    System.out.printf("%16s %9s", "statements/files", "MB");
    PHASES.forEach(p -> System.out.printf(" %9s", p));
    System.out.printf("  front end: ns/statement  MB/s  heap B/statement%n");
    for (String input : inputs) {
      String[] parts = input.split("/");
      scaling.measure(Integer.parseInt(parts[0]), parts[1]);
    }
  }

  private void measure(int statements, String files) throws IOException {
    Path folder = Files.createTempDirectory("vmn-bench");
    long bytes =
        files.equals(REPEATED)
            ? Statements.repeat(folder, statements)
            : Statements.write(folder, statements, Integer.parseInt(files));
    Path root = folder.resolve("root.vmn");
    double[] best = new double[PHASES.size()];
    Arrays.fill(best, Double.MAX_VALUE);
    long end = now() + BUDGET;
    for (int round = 0; round < LEAST_ROUNDS || now() < end; round++) {
      double[] times = round(root);
      for (int i = 0; i < times.length; i++) {
        best[i] = Math.min(best[i], times[i]);
      }
    }
    long heap = heap(root);
    double front = best[0] + best[1] + best[2];
    System.out.printf("%16s %9.2f", statements + "/" + files, bytes / 1e6);
    for (double time : best) {
      System.out.printf(" %6.1f ms", time);
    }
    System.out.printf(
        "  %23.0f %5.1f %17d%n", front * 1e6 / statements, bytes / front / 1e3, heap / statements);
  }

  private double[] round(Path root) throws IOException {
    double[] times = new double[PHASES.size()];
    XtextResourceSet set = check(root, times);
    Model model = (Model) set.getResources().get(0).getContents().get(0);
    start();
    if (Elaborator.elaborate(model, Lock.EMPTY).network() == null) {
      throw new IllegalStateException("the generated network can't be elaborated");
    }
    times[PHASES.size() - 1] = lap();
    return times;
  }

  /** What a checked network keeps, in bytes. */
  private long heap(Path root) throws IOException {
    long before = used();
    XtextResourceSet set = check(root, new double[PHASES.size()]);
    long after = used();
    Reference.reachabilityFence(set);
    return after - before;
  }

  private XtextResourceSet check(Path root, double[] times) throws IOException {
    XtextResourceSet set = injector.getInstance(XtextResourceSet.class);
    start();
    Resource file = factory.createResource(URI.createFileURI(root.toString()));
    set.getResources().add(file);
    file.load(new ByteArrayInputStream(Files.readAllBytes(root)), Map.of());
    for (Import declaration : ((Model) file.getContents().get(0)).getImports()) {
      if (Imports.load(declaration) == null) {
        throw new IllegalStateException("a part is missing");
      }
    }
    times[0] = lap();
    List<Resource> all = set.getResources();
    for (int i = 0; i < all.size(); i++) {
      EcoreUtil2.resolveLazyCrossReferences(all.get(i), CancelIndicator.NullImpl);
    }
    times[1] = lap();
    int problems = 0;
    for (int i = 0; i < all.size(); i++) {
      problems +=
          services
              .getResourceValidator()
              .validate(all.get(i), CheckMode.ALL, CancelIndicator.NullImpl)
              .size();
    }
    times[2] = lap();
    if (problems > 0) {
      throw new IllegalStateException(problems + " problems in the generated network");
    }
    return set;
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private void start() {
    clock = now();
  }

  private double lap() {
    long before = clock;
    clock = now();
    return (clock - before) / 1e6;
  }

  private static long now() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
