package org.vmn.runtime.simulate;

/**
 * The links that a request and its answer take. Routers and balancers are on every host, so the way
 * from host to host is direct, on the segment of whoever receives. What is outside comes in at the
 * balancer's gateway, and the answer leaves there, since the gateway alone knows the connection's
 * translation.
 *
 * <p>Positions 0 to 3 lead there: the client's adapter or the gateway's uplink from outside, out of
 * the client's host, into the target's host, the target's adapter. Position 4 is the target.
 * Positions 5 to 8 lead back the same way. 9 is the answer.
 */
final class Route {
  static final int STATION = 4;
  static final int ANSWER = 9;

  private Route() {}

  /** The link at a position, or {@link Carriers#NONE}. */
  static int link(int position, End client, End target) {
    boolean outside = client.isOutside();
    boolean apart = client.host() != target.host();
    return switch (position) {
      case 0 -> outside ? client.uplinks().in(client.host()) : client.nic();
      case 1 -> apart ? target.uplinks().out(client.host()) : Carriers.NONE;
      case 2 -> apart ? target.uplinks().in(target.host()) : Carriers.NONE;
      case 3 -> Carriers.after(target.nic());
      case STATION + 1 -> target.nic();
      case STATION + 2 -> apart ? back(client, target).out(target.host()) : Carriers.NONE;
      case STATION + 3 -> apart ? back(client, target).in(client.host()) : Carriers.NONE;
      case STATION + 4 ->
          outside ? client.uplinks().out(client.host()) : Carriers.after(client.nic());
      default -> throw new IllegalArgumentException("position " + position);
    };
  }

  private static Carriers.Row back(End client, End target) {
    return client.isOutside() ? target.uplinks() : client.uplinks();
  }

  /** Whose failure cuts the link at a position. */
  static Loss broken(int position, End client) {
    boolean near = position <= 1 || position >= STATION + 3;
    return !near ? Loss.TARGET_DOWN : client.isOutside() ? Loss.GATEWAY_DOWN : Loss.CLIENT_FAILED;
  }
}
