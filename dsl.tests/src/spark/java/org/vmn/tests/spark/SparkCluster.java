package org.vmn.tests.spark;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;

/** A standalone cluster: one master, workers with one core each. */
final class SparkCluster implements AutoCloseable {
  private static final String HOST = "127.0.0.1";
  private static final long LIMIT_MILLIS = 60_000;

  private final Path home;
  private final int port;
  private final List<Process> processes = new ArrayList<>();

  /**
   * @param home an empty folder
   */
  SparkCluster(Path home) throws IOException, InterruptedException {
    this.home = home;
    layOut();
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
      port = free.getLocalPort();
    }
    start(
        "master",
        "org.apache.spark.deploy.master.Master",
        "--host",
        HOST,
        "--port",
        Integer.toString(port),
        "--webui-port",
        "0");
    awaitMaster();
  }

  /** For {@code --engine}. */
  String address() {
    return "spark://" + HOST + ":" + port;
  }

  /** Workers start executors from the jars below Spark's home: one that names all others. */
  private void layOut() throws IOException {
    String all =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(place -> place.endsWith(".jar"))
            .map(place -> Path.of(place).toUri().toString())
            .collect(Collectors.joining(" "));
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, all);
    Path jars = Files.createDirectories(home.resolve("jars"));
    new JarOutputStream(Files.newOutputStream(jars.resolve("all.jar")), manifest).close();
  }

  Process addWorker(String name) throws IOException {
    return start(
        name,
        "org.apache.spark.deploy.worker.Worker",
        "--host",
        HOST,
        "--cores",
        "1",
        "--memory",
        "1g",
        "--webui-port",
        "0",
        "--work-dir",
        home.resolve(name).toString(),
        address());
  }

  /** Runs a Java program that may use Spark. */
  Process start(String log, String main, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(List.of(JavaModuleOptions.defaultModuleOptions().trim().split("\\s+")));
    command.addAll(
        List.of(
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-Dguice_bytecode_gen_option=DISABLED",
            "-Dspark.executor.memory=512m",
            "-cp",
            System.getProperty("java.class.path"),
            main));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(home.resolve(log + ".out").toFile())
            .redirectError(home.resolve(log + ".err").toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "SPARK_LOCAL_IP",
                HOST,
                "SPARK_HOME",
                home.toString(),
                "SPARK_SCALA_VERSION",
                "2.13"));
    Process process = builder.start();
    processes.add(process);
    return process;
  }

  /** What a program that was started under this name wrote. */
  String output(String log, String kind) throws IOException {
    return Files.readString(home.resolve(log + "." + kind));
  }

  private void awaitMaster() throws IOException, InterruptedException {
    long end = System.currentTimeMillis() + LIMIT_MILLIS;
    while (true) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(HOST, port), 1000);
        return;
      } catch (IOException e) {
        if (System.currentTimeMillis() > end) {
          throw new IOException("no master:\n" + output("master", "err"), e);
        }
        Thread.sleep(100);
      }
    }
  }

  /** Ends a process and those that it started, as a host that loses power does. */
  static void kill(Process process) {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroyForcibly);
  }

  @Override
  public void close() {
    processes.forEach(SparkCluster::kill);
  }
}
