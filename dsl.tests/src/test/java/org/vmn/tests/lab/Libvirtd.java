package org.vmn.tests.lab;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Defines objects in the libvirtd of a {@link LabHost}, and removes them again, last first, when
 * closed.
 */
public final class Libvirtd implements AutoCloseable {
  private record Defined(LibvirtKind kind, String name) {}

  private final LabHost host;
  private final Deque<Defined> defined = new ArrayDeque<>();
  private int files;

  /** Uses the libvirtd of {@code host}, which must have been started. */
  public Libvirtd(LabHost host) {
    this.host = host;
  }

  /**
   * Defines an object called {@code name} by the text {@code xml}, which libvirtd checks against
   * its schema too.
   */
  public void define(LibvirtKind kind, String name, String xml) {
    redefine(kind, xml);
    defined.push(new Defined(kind, name));
  }

  /** Defines an object once more, which changes what is defined by its name and UUID. */
  public void redefine(LibvirtKind kind, String xml) {
    run(kind.define() + " " + file(xml));
  }

  /** Defines an object by a file outside of the host. */
  public void define(LibvirtKind kind, String name, Path xml) {
    define(kind, name, Dirs.read(xml));
  }

  /** Creates a volume in the pool {@code pool}. */
  public void createVolume(String pool, String name, String xml) {
    run("vol-create " + pool + " " + file(xml));
    defined.push(new Defined(LibvirtKind.VOLUME, name + " --pool " + pool));
  }

  private String file(String xml) {
    String file = "/run/vmn/define-" + files++ + ".xml";
    host.write(file, xml);
    return file;
  }

  /** What libvirtd made of a domain's XML. */
  public String dumpDomain(String name) {
    return host.virsh("dumpxml", "--inactive", name);
  }

  /** Runs virsh with the words of {@code command}. */
  public String run(String command) {
    return host.virsh(command.split(" "));
  }

  @Override
  public void close() {
    List<String> stays = new ArrayList<>();
    while (!defined.isEmpty()) {
      Defined last = defined.pop();
      try {
        if (last.kind() == LibvirtKind.POOL) {
          host.run("virsh", "pool-destroy", last.name()); // fails when it was never started
        }
        run(last.kind().undefine() + " " + last.name());
      } catch (AssertionError e) {
        stays.add(e.getMessage());
      }
    }
    if (!stays.isEmpty()) {
      throw new AssertionError(
          "libvirtd keeps what it should give up:\n" + String.join("\n", stays));
    }
  }
}
