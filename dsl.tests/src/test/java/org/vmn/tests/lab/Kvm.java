package org.vmn.tests.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Whether the processor's virtualisation works, found by booting: a {@code /dev/kvm} that opens
 * proves nothing.
 */
public final class Kvm {
  private static final Duration LIMIT = Duration.ofSeconds(4);

  private Kvm() {}

  /**
   * {@code kvm}, or {@code qemu} for emulation: the type of a libvirt domain that will boot here.
   */
  public static synchronized String domainType() {
    try {
      String boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
      Path verdict = GuestImage.cache().resolve("kvm-" + boot);
      if (!Files.exists(verdict)) {
        String answer = boots(GuestImage.get()) ? "kvm" : "qemu";
        Files.createDirectories(verdict.getParent());
        Files.writeString(verdict, answer);
      }
      return Files.readString(verdict);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean boots(GuestImage image) {
    if (!Files.isWritable(Path.of("/dev/kvm"))) {
      return false;
    }
    String command =
        "qemu-system-x86_64 -accel kvm -m 96 -nodefaults -display none -serial stdio -kernel %s -initrd %s -append '%s' | grep -q vmn-ready"
            .formatted(image.kernel(), image.initrd(), "console=ttyS0 quiet");
    // grep ends at the first match, qemu only by force.
    String bounded = "timeout -s KILL %d %s".formatted(LIMIT.toSeconds(), command);
    return Shell.run(Map.of(), List.of("bash", "-c", bounded), LIMIT.plusSeconds(4)).exit() == 0;
  }
}
