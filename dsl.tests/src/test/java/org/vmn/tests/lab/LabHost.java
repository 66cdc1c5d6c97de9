package org.vmn.tests.lab;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An emulated host: namespaces of its own for files, network, name and processes. Tools inside use
 * their default paths; what they write is gone with the host, and the machine below is neither
 * changed nor reached.
 */
public final class LabHost implements AutoCloseable {
  private final String name;
  private final Path home;
  private final Keeper keeper;
  private final long pid;

  private LabHost(String name, Path home, Keeper keeper) {
    this.name = name;
    this.home = home;
    this.keeper = keeper;
    this.pid = keeper.child();
  }

  /** Starts a host without network devices and without daemons. */
  public static LabHost start(String name) {
    Path home = Dirs.create("host");
    List<String> command =
        List.of(
            "unshare",
            "-m",
            "-n",
            "-u",
            "-p",
            "--fork",
            "--kill-child",
            "--mount-proc",
            "--propagation",
            "private",
            "bash",
            "-c",
            Shell.script("host.sh"),
            "host.sh",
            name,
            home.toString());
    try {
      return new LabHost(name, home, Keeper.start(Map.of(), command, new ArrayList<>()));
    } catch (RuntimeException e) {
      Dirs.delete(home);
      throw e;
    }
  }

  /** Starts Open vSwitch in this host. */
  public LabHost startSwitch() {
    sh(Shell.script("host-switch.sh"));
    return this;
  }

  /** Starts libvirtd in this host. */
  public LabHost startLibvirt() {
    sh(Shell.script("host-libvirt.sh"));
    return this;
  }

  /** The host's name. */
  public String name() {
    return name;
  }

  /** The process id, as seen from outside, of the host's first process. */
  public long pid() {
    return pid;
  }

  /** The folder outside that holds what it writes; as seen from outside, empty. */
  Path home() {
    return home;
  }

  /** Runs {@code command} inside. */
  public Result run(String... command) {
    return Shell.run(Map.of(), inside(command));
  }

  /** Runs {@code command} inside and kills it after {@code limit}. */
  public Result run(Duration limit, String... command) {
    return Shell.run(Map.of(), inside(command), limit);
  }

  /** Runs the shell text {@code script} inside; its output. */
  public String sh(String script) {
    return run("bash", "-c", script).ok().text();
  }

  /** Runs virsh inside; its output. */
  public String virsh(String... arguments) {
    return run(Stream.concat(Stream.of("virsh", "-q"), Stream.of(arguments)).toArray(String[]::new))
        .ok()
        .text();
  }

  /** Runs ovs-vsctl inside; its output. */
  public String vsctl(String... arguments) {
    return run(Stream.concat(Stream.of("ovs-vsctl", "--timeout=20"), Stream.of(arguments))
            .toArray(String[]::new))
        .ok()
        .text();
  }

  /** The host's file {@code path} as a path outside. */
  public Path path(String path) {
    return Path.of("/proc/" + pid + "/root" + path);
  }

  /** Copies a file or folder into the host. */
  public void copyIn(Path from, String to) {
    Shell.run(Map.of(), List.of("mkdir", "-p", path(to).getParent().toString())).ok();
    Shell.run(Map.of(), List.of("cp", "-rT", from.toString(), path(to).toString())).ok();
  }

  /** Writes a file inside. */
  public void write(String path, String text) {
    Shell.run(Map.of(), List.of("mkdir", "-p", path(path).getParent().toString())).ok();
    Dirs.write(path(path), text);
  }

  private List<String> inside(String... command) {
    Stream<String> enter =
        Stream.of("nsenter", "-t", Long.toString(pid), "-m", "-n", "-u", "-p", "--");
    return Stream.concat(enter, Stream.of(command)).toList();
  }

  @Override
  public void close() {
    keeper.close();
    Dirs.delete(home);
  }
}
