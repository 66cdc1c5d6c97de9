package org.vmn.generator.elaborate;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vmn.runtime.network.Host;
import org.vmn.runtime.network.Host.Overcommit;
import org.vmn.runtime.network.Ref;

/** What is left on each host, of what it has times what it may promise of that. */
final class Rooms {
  private final Map<Ref, Room> rooms = new LinkedHashMap<>();
  private final List<Ref> hosts;

  /** What one replica needs of a host: cores, bytes of memory, bytes of storage. */
  record Need(int cpu, long memory, long storage) {
    String text() {
      return Arrays.stream(Resource.values())
          .map(r -> r.text(r.of(this)))
          .collect(Collectors.joining(", "));
    }
  }

  /** What is left on a host. What the host doesn't state is not limited. */
  private static final class Room {
    final Host host;
    long cpu;
    long memory;
    long storage;
    int guests;

    Room(Host host) {
      this.host = host;
      Overcommit factor = host.overcommit() == null ? Overcommit.NONE : host.overcommit();
      cpu = promised(host.cpu(), factor.cpu());
      memory = promised(host.memoryBytes(), factor.memory());
      storage = promised(host.storageBytes(), factor.storage());
    }

    private static long promised(long has, double factor) {
      return has == 0 ? Long.MAX_VALUE : (long) (has * factor);
    }

    private static long less(long left, long taken) {
      return left == Long.MAX_VALUE ? left : left - taken;
    }
  }

  Rooms(List<Host> declared) {
    for (Host host : declared) {
      for (int i = 0; i < host.replicas().count(); i++) {
        rooms.put(host.replicas().ref(host.name(), i), new Room(host));
      }
    }
    hosts = List.copyOf(rooms.keySet());
  }

  List<Ref> hosts() {
    return hosts;
  }

  boolean has(Ref host) {
    return rooms.containsKey(host);
  }

  Host host(Ref host) {
    return room(host).host;
  }

  /** How many machines are on a host. */
  int guests(Ref host) {
    return room(host).guests;
  }

  /** How many replicas have room on a host. */
  long fits(Ref host, Need need) {
    Room room = room(host);
    long byStorage = need.storage() == 0 ? Long.MAX_VALUE : room.storage / need.storage();
    return Math.max(
        0, Math.min(Math.min(room.cpu / need.cpu(), room.memory / need.memory()), byStorage));
  }

  void take(Ref host, Need need, long times) {
    Room room = room(host);
    room.cpu = Room.less(room.cpu, need.cpu() * times);
    room.memory = Room.less(room.memory, need.memory() * times);
    room.storage = Room.less(room.storage, need.storage() * times);
    room.guests += (int) times;
  }

  /** What is left on a host, in words, of what is limited. */
  String left(Ref host) {
    return Arrays.stream(Resource.values())
        .filter(r -> left(host, r) != Long.MAX_VALUE)
        .map(r -> r.text(left(host, r)))
        .collect(Collectors.joining(", "));
  }

  /** What is left on a host; {@link Long#MAX_VALUE} of what is not limited. */
  long left(Ref host, Resource resource) {
    Room room = room(host);
    return switch (resource) {
      case CPU -> room.cpu;
      case MEMORY -> room.memory;
      case STORAGE -> room.storage;
    };
  }

  private Room room(Ref host) {
    Room room = rooms.get(host);
    if (room == null) {
      throw new IllegalStateException("no host " + host);
    }
    return room;
  }
}
