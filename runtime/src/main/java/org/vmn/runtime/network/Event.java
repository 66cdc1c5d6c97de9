package org.vmn.runtime.network;

/** Something that happens in a scenario. */
public sealed interface Event {

  /** When, from the scenario's beginning. */
  long atNanos();

  Origin origin();

  /** It stops working. */
  record Fail(long atNanos, Element element, Origin origin) implements Event {}

  /** It works again. */
  record Restore(long atNanos, Element element, Origin origin) implements Event {}

  /**
   * A wire gets worse, in both directions, until another event changes it.
   *
   * @param element an uplink or a link
   * @param delayNanos added one way
   * @param jitterNanos standard deviation of the added delay
   * @param loss fraction of packets lost, 0 to 1
   * @param bitsPerSecond what is left of the speed, 0 for all
   */
  record Impair(
      long atNanos,
      Element element,
      long delayNanos,
      long jitterNanos,
      double loss,
      long bitsPerSecond,
      Origin origin)
      implements Event {}

  /** A machine moves to another host while it runs. */
  record Migrate(long atNanos, Ref machine, Ref to, Origin origin) implements Event {}

  /** From now on this many replicas run. */
  record ScaleTo(long atNanos, String target, int count, Origin origin) implements Event {}

  /** A machine is cut off. */
  record Quarantine(long atNanos, Ref machine, Origin origin) implements Event {}

  /** A host's machines move away; then it is down for a while and comes back. */
  record Maintain(long atNanos, Ref host, long durationNanos, Origin origin) implements Event {}

  /** A machine's disks are copied to where it is protected. */
  record Backup(long atNanos, Ref machine, Origin origin) implements Event {}

  /**
   * Every open load to a service is multiplied for a while.
   *
   * @param factor above 0
   */
  record Burst(long atNanos, Service service, double factor, long durationNanos, Origin origin)
      implements Event {}
}
