package org.vmn.tests.simulate;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.vmn.runtime.simulate.flow.Fabric;
import org.vmn.runtime.simulate.flow.FlowRun;
import org.vmn.runtime.simulate.flow.Transfers;
import org.vmn.runtime.simulate.flow.Transport;

/**
 * Writes the reference workloads as files for other simulators, and runs them here: see {@code
 * dsl.tests/src/jmh/peers/compare}.
 */
public final class Reference {
  private static final int WARM = 3;

  private Reference() {}

  /**
   * @param args {@code write FOLDER}, or the names of workloads
   */
  public static void main(String[] args) throws IOException {
    if (args[0].equals("write")) {
      Path folder = Files.createDirectories(Path.of(args[1]));
      for (String name : new String[] {"W1b", "W1c", "W2-10k", "W2-100k", "W2L-100k"}) {
        write(transfers(name), folder.resolve(name + ".csv"));
      }
      write(new DataCentre(1), folder.resolve("W3-tenth.csv"));
      write(new DataCentre(10), folder.resolve("W3.csv"));
    } else {
      for (String name : args) {
        run(name);
      }
    }
  }

  private static Fabric fabric(String name) {
    return switch (name) {
      case "W1b" -> Topologies.star(1000);
      case "W1c" -> Topologies.star(10_000);
      case "W2-10k", "W2-100k" -> Topologies.evenFatTree(8);
      case "W2L-100k" -> Topologies.evenFatTree(16);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Transfers transfers(String name) {
    return switch (name) {
      case "W1b" -> Workloads.star(1000, 10_000);
      case "W1c" -> Workloads.star(10_000, 100_000);
      case "W2-10k" -> Workloads.fatTree(8, 10_000);
      case "W2-100k" -> Workloads.fatTree(8, 100_000);
      case "W2L-100k" -> Workloads.fatTree(16, 100_000);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static void write(Transfers all, Path file) throws IOException {
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
      out.println("id,start_ns,src,dst,bytes");
      for (int i = 0; i < all.count(); i++) {
        out.printf(
            Locale.ROOT,
            "%d,%d,%d,%d,%d%n",
            i,
            all.startNanos()[i],
            all.source()[i],
            all.target()[i],
            all.bytes()[i]);
      }
    }
  }

  private static void write(DataCentre centre, Path file) throws IOException {
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
      out.println("id,start_s,length_mi");
      for (int i = 0; i < centre.tasks(); i++) {
        out.printf(Locale.ROOT, "%d,%.9f,%.6f%n", i, centre.startSeconds(i), centre.length(i));
      }
    }
  }

  /** The first time, which includes compiling, and the best of those that follow. */
  private static void run(String name) {
    double first = 0;
    double best = Double.MAX_VALUE;
    long[] took = {};
    for (int i = 0; i <= WARM; i++) {
      ThreadMXBean thread = ManagementFactory.getThreadMXBean();
      long before = thread.getCurrentThreadCpuTime();
      took = took(name);
      double seconds = (thread.getCurrentThreadCpuTime() - before) / 1e9;
      first = i == 0 ? seconds : first;
      best = Math.min(best, seconds);
    }
    Arrays.sort(took);
    System.out.printf(
        Locale.ROOT,
        "%s %.4f %.4f %.4f %.4f%n",
        name,
        first,
        best,
        Arrays.stream(took).average().orElse(0) / 1e6,
        took[(int) (took.length * 0.99)] / 1e6);
  }

  private static long[] took(String name) {
    if (name.startsWith("W3")) {
      DataCentre centre = new DataCentre(name.equals("W3") ? 10 : 1);
      centre.run();
      return centre.took().clone();
    }
    return FlowRun.run(fabric(name), Transport.FLUID, transfers(name));
  }
}
