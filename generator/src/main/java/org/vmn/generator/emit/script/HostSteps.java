package org.vmn.generator.emit.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vmn.generator.layout.HostLayout;
import org.vmn.generator.layout.HostLayout.Adapter;
import org.vmn.generator.layout.HostLayout.Guest;
import org.vmn.generator.layout.Identity;
import org.vmn.generator.layout.Names;
import org.vmn.generator.layout.Storage;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Disk;
import org.vmn.runtime.network.Network;

/**
 * What the scripts of one host do, as commands for the functions in {@code up.sh} and {@code
 * down.sh}.
 */
final class HostSteps {
  private final Forwarding forwarding;
  private final Network network;
  private final HostLayout host;
  private final List<UsedUplink> used;

  HostSteps(Forwarding forwarding, HostLayout host) {
    this.forwarding = forwarding;
    this.network = forwarding.network();
    this.host = host;
    this.used = UsedUplink.of(network, host);
  }

  String title() {
    return "the host " + host.ref() + " of the network " + network.name() + ".";
  }

  Map<String, String> constants() {
    Map<String, String> constants = new LinkedHashMap<>();
    constants.put("NETWORK", network.name());
    constants.put("HOST", host.ref().toString());
    constants.put("POOL", Storage.POOL);
    return constants;
  }

  List<List<String>> uplinks() {
    return used.stream().map(u -> List.of("uplink", u.device(), u.address())).toList();
  }

  List<List<String>> underlays() {
    return used.stream()
        .map(u ->
            List.of("underlay", u.bridge(), u.device(), u.address(), Integer.toString(u.mtu())))
        .toList();
  }

  List<List<String>> uplinkBridges() {
    return used.stream().map(u -> List.of("read_moved", u.bridge())).toList();
  }

  List<List<String>> taps() {
    return host.adapters().stream()
        .map(a -> List.of("tap", a.tap(), Integer.toString(mtu(a))))
        .toList();
  }

  private int mtu(Adapter adapter) {
    return forwarding.segment(adapter.nic().segment()).mtu();
  }

  List<List<String>> tapNames() {
    return host.adapters().stream().map(a -> List.of("tap", a.tap())).toList();
  }

  List<List<String>> ports() {
    return host.adapters().stream()
        .map(a -> List.of("port", a.tap(), Integer.toString(a.port())))
        .toList();
  }

  List<List<String>> networks() {
    String uuid = Identity.bridge(network).toString();
    return List.of(List.of("network", Names.bridge(network), uuid));
  }

  /**
   * Checks, before anything is changed, of all that the host's machines need and up.sh doesn't
   * make.
   */
  List<List<String>> images() {
    List<List<String>> checks = new ArrayList<>();
    if (host.guests().stream().anyMatch(guest -> !guest.machine().disks().isEmpty())) {
      checks.add(List.of("check_pool"));
    }
    if (host.guests().stream().anyMatch(guest -> Storage.isSeeded(guest.machine()))) {
      checks.add(List.of("choose_iso"));
    }
    Map<Disk.Image, Long> smallest = new LinkedHashMap<>();
    for (Guest guest : host.guests()) {
      for (Disk disk : guest.machine().disks()) {
        if (disk.image() != null) {
          smallest.merge(disk.image(), disk.sizeBytes(), Math::min);
        }
      }
    }
    smallest.forEach((image, bytes) -> checks.add(image(image, bytes)));
    return checks;
  }

  private static List<String> image(Disk.Image image, long bytes) {
    String volume = Storage.volume(image);
    return volume == null
        ? List.of("image_file", Storage.path(image))
        : List.of("image", volume, image.source(), Long.toString(bytes));
  }

  /** The machines of the host, as libvirt knows them. */
  List<String> machines() {
    return host.guests().stream()
        .map(g -> Identity.domain(network, g.machine(), g.offset()).toString())
        .toList();
  }

  List<List<String>> guests() {
    return host.guests().stream().map(this::guest).toList();
  }

  private List<String> guest(Guest guest) {
    List<String> words = new ArrayList<>();
    words.add("guest");
    words.add(Names.domain(network, guest.machine(), guest.offset()));
    words.add(Identity.domain(network, guest.machine(), guest.offset()).toString());
    boolean seeded = Storage.isSeeded(guest.machine());
    words.add(seeded ? Storage.seed(network, guest.machine(), guest.offset()) : "");
    words.add(seeded ? Names.hostname(guest.machine(), guest.offset()) : "");
    for (Disk disk : guest.machine().disks()) {
      words.add(Storage.disk(network, guest.machine(), guest.offset(), disk));
    }
    return words;
  }
}
