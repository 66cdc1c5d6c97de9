package org.vmn.runtime.simulate;

import java.util.Arrays;

/** A message cut into packets, on each link of a way with the headers that it has there. */
final class Packing {
  private final long payload;
  private final long packets;
  private final int headers;
  private final int room;
  private int[] links = new int[8];
  private long[] size = new long[8];
  private long[] packet = new long[8];
  private int count;

  Packing(long payload, int mtu, int headers) {
    this.payload = payload;
    this.headers = headers;
    room = Math.max(1, mtu - headers);
    packets = Framing.packets(payload, mtu, headers);
  }

  /**
   * @param around bytes of headers around each IP packet
   */
  void link(int link, int around) {
    if (link == Carriers.NONE) {
      return;
    }
    if (count == links.length) {
      links = Arrays.copyOf(links, 2 * count);
      size = Arrays.copyOf(size, 2 * count);
      packet = Arrays.copyOf(packet, 2 * count);
    }
    links[count] = link;
    size[count] = payload + packets * (headers + around);
    packet[count] = Math.min(payload, room) + headers + around;
    count++;
  }

  void links(int[] all, int around) {
    for (int link : all) {
      link(link, around);
    }
  }

  static Trip trip(Packing there, Packing back) {
    int turn = there.count;
    int length = turn + back.count;
    int[] links = Arrays.copyOf(there.links, length);
    long[] size = Arrays.copyOf(there.size, length);
    long[] packet = Arrays.copyOf(there.packet, length);
    System.arraycopy(back.links, 0, links, turn, back.count);
    System.arraycopy(back.size, 0, size, turn, back.count);
    System.arraycopy(back.packet, 0, packet, turn, back.count);
    return new Trip(links, size, packet, turn);
  }
}
