package org.vmn.runtime.simulate;

import org.vmn.runtime.network.Load;
import org.vmn.runtime.network.Segment;

/**
 * What the messages of a load weigh on each link of their way, between a client on one segment and
 * a target on another.
 */
final class Wires {
  final long[] size = new long[Route.ANSWER];
  final long[] packet = new long[Route.ANSWER];

  private final long requestBytes;
  private final long requestPackets;
  private final long responseBytes;
  private final long responsePackets;
  private final int headers;
  private final int room;

  Wires(Load.Requests load, Pool pool, Carriers carriers, End client, End target) {
    Segment near = client.segment();
    Segment far = target.segment();
    int mtu = Math.min(near.mtu(), far.mtu());
    headers = Framing.headers(client.ip().family(), pool.balancer().protocol());
    room = Math.max(1, mtu - headers);
    requestBytes = load.requestBytes();
    requestPackets = Framing.packets(requestBytes, mtu, headers);
    responseBytes = load.responseBytes();
    responsePackets = Framing.packets(responseBytes, mtu, headers);
    int adapter = Framing.ETHERNET;
    int there = carriers.headers(far);
    int back = client.isOutside() ? there : carriers.headers(near);
    int entry = client.isOutside() ? carriers.headers(near) : adapter;
    request(0, entry);
    request(1, there);
    request(2, there);
    request(3, adapter);
    response(Route.STATION + 1, adapter);
    response(Route.STATION + 2, back);
    response(Route.STATION + 3, back);
    response(Route.STATION + 4, entry);
  }

  private void request(int position, int around) {
    size[position] = requestBytes + requestPackets * (headers + around);
    packet[position] = Math.min(requestBytes, room) + headers + around;
  }

  private void response(int position, int around) {
    size[position] = responseBytes + responsePackets * (headers + around);
    packet[position] = Math.min(responseBytes, room) + headers + around;
  }
}
