package org.vmn.generator.elaborate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vmn.generator.text.Figures;
import org.vmn.runtime.network.Host;
import org.vmn.runtime.network.Host.Overcommit;
import org.vmn.runtime.network.Ref;

/** What is left on each host, of what it has times what it may promise of that. */
final class Rooms {
  private final Map<Ref, Room> rooms = new LinkedHashMap<>();

  /** What one replica needs of a host: cores, bytes of memory, bytes of storage. */
  record Need(int cpu, long memory, long storage) {
    String text() {
      return words(cpu, memory, storage);
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

  Rooms(List<Host> hosts) {
    for (Host host : hosts) {
      for (int i = 0; i < host.replicas().count(); i++) {
        rooms.put(host.replicas().ref(host.name(), i), new Room(host));
      }
    }
  }

  List<Ref> hosts() {
    return List.copyOf(rooms.keySet());
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

  /** What is left on a host, in words. */
  String left(Ref host) {
    Room room = room(host);
    return words(room.cpu, room.memory, room.storage);
  }

  private Room room(Ref host) {
    Room room = rooms.get(host);
    if (room == null) {
      throw new IllegalStateException("no host " + host);
    }
    return room;
  }

  /** What is limited. */
  private static String words(long cpu, long memory, long storage) {
    List<String> words = new ArrayList<>();
    if (cpu != Long.MAX_VALUE) {
      words.add(cpu + " cpu");
    }
    if (memory != Long.MAX_VALUE) {
      words.add(Figures.bytes(memory) + " of memory");
    }
    if (storage != Long.MAX_VALUE) {
      words.add(Figures.bytes(storage) + " of storage");
    }
    return String.join(", ", words);
  }
}
