package org.vmn.runtime.simulate;

/** Why a request was not answered. */
public enum Loss {
  DENIED("the policy denies it"),
  UNREACHABLE("no way leads there and back"),
  NO_CLIENT("the set of clients has no address of the service's family"),
  NO_TARGET("no target is believed healthy"),
  TARGET_DOWN("it was sent to a target that was down, which nobody had noticed"),
  TARGET_FAILED("its target failed while it was there"),
  GATEWAY_DOWN("the host that takes in what comes from outside was down"),
  CLIENT_FAILED("its client failed while it waited"),
  QUEUE_FULL("too many requests waited at its target"),
  LINK_FULL("too much waited for a link on its way"),
  LINK_DOWN("no physical way was left"),
  LINK_LOSS("a link on its way lost it"),
  ROUTER_DOWN("a router on its way was down"),
  QUARANTINED("its client or its target was cut off"),
  CALL_FAILED("the program could not get an answer that it needs from another"),
  TIMEOUT("the answer took too long");

  private final String words;

  Loss(String words) {
    this.words = words;
  }

  /** The reason in words, after "because". */
  public String words() {
    return words;
  }
}
