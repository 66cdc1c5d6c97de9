package org.vmn.dsl.guidelines;

import static org.vmn.dsl.guidelines.ValueType.FLAG;
import static org.vmn.dsl.guidelines.ValueType.NUMBER;
import static org.vmn.dsl.guidelines.ValueType.RATE;
import static org.vmn.dsl.guidelines.ValueType.SIZE;
import static org.vmn.dsl.guidelines.ValueType.TEXT;
import static org.vmn.dsl.guidelines.ValueType.TIME;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A kind of elements that a rule may speak of. Numbers that aren't stated, such as the speed of an
 * uplink, are 0 and not had.
 */
public enum ElementKind {
  NETWORK(Map.of("name", TEXT, "default", TEXT, "log", FLAG, "assertions", NUMBER)),
  HOST(
      Map.of(
          "name", TEXT, "count", NUMBER, "cpu", NUMBER, "memory", SIZE, "storage", SIZE, "zone",
          TEXT, "uplinks", NUMBER)),
  UPLINK(Map.of("name", TEXT, "speed", RATE, "latency", TIME, "mtu", NUMBER)),
  OVERLAY(Map.of("name", TEXT)),
  SEGMENT(Map.of("name", TEXT, "mtu", NUMBER, "vlan", NUMBER, "vni", NUMBER, "subnets", NUMBER)),
  SWITCH(Map.of("name", TEXT, "hosts", NUMBER, "uplinks", NUMBER)),
  EXTERNAL(Map.of("name", TEXT, "segment", TEXT, "mac", TEXT, "gateway", TEXT, "firewall", TEXT)),
  ROUTER(Map.of("name", TEXT, "ports", NUMBER, "routes", NUMBER, "firewall", TEXT)),
  FIREWALL(Map.of("name", TEXT, "default", TEXT, "place", TEXT, "rules", NUMBER)),
  VM(
      Map.of(
          "name",
          TEXT,
          "count",
          NUMBER,
          "cpu",
          NUMBER,
          "memory",
          SIZE,
          "hosts",
          NUMBER,
          "zones",
          NUMBER,
          "nics",
          NUMBER,
          "disks",
          NUMBER,
          "protected",
          FLAG,
          "watched",
          FLAG)),
  NIC(Map.of("name", TEXT, "segment", TEXT, "rate", RATE, "spoof", FLAG)),
  DISK(Map.of("name", TEXT, "size", SIZE, "image", TEXT)),
  USER(Map.of("name", TEXT, "keys", NUMBER)),
  PROGRAM(Map.of("name", TEXT, "demand", TIME, "check", TIME)),
  BALANCER(Map.of("name", TEXT, "segment", TEXT, "targets", NUMBER, "algorithm", TEXT)),
  CHAIN(Map.of("name", TEXT, "stages", NUMBER, "open", FLAG)),
  MONITOR(Map.of("name", TEXT, "interval", TIME, "expectations", NUMBER)),
  GROUP(Map.of("name", TEXT)),
  ALLOW(Map.of("log", FLAG)),
  DENY(Map.of("log", FLAG)),
  SOURCE(Map.of("name", TEXT, "kind", TEXT)),
  TARGET(Map.of("name", TEXT, "kind", TEXT));

  private static final Map<ElementKind, List<ElementKind>> PARTS =
      Map.of(
          HOST, List.of(UPLINK),
          VM, List.of(NIC, DISK, USER, PROGRAM),
          FIREWALL, List.of(ALLOW, DENY),
          ALLOW, List.of(SOURCE, TARGET),
          DENY, List.of(SOURCE, TARGET));

  private static final Set<ElementKind> LABELLED = Set.of(HOST, VM);

  @SuppressWarnings("ImmutableEnumChecker") // Map.of
  private final Map<String, ValueType> properties;

  ElementKind(Map<String, ValueType> properties) {
    this.properties = properties;
  }

  /** As rules write it: {@code vm}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ElementKind> find(String word) {
    return Arrays.stream(values()).filter(k -> k.word().equals(word)).findFirst();
  }

  /** In words, sorted. */
  public static List<String> words() {
    return Arrays.stream(values()).map(ElementKind::word).sorted().toList();
  }

  /** Names of its properties, sorted. */
  public List<String> properties() {
    return properties.keySet().stream().sorted().toList();
  }

  public Optional<ValueType> type(String property) {
    return Optional.ofNullable(properties.get(property));
  }

  /** What it consists of. */
  public List<ElementKind> parts() {
    return PARTS.getOrDefault(this, List.of());
  }

  /** The kinds that a condition within an element may quantify over, in words. */
  public List<String> partWords() {
    return parts().stream().map(ElementKind::word).toList();
  }

  public boolean hasLabels() {
    return LABELLED.contains(this);
  }

  /** Whether it opens ports: machines by what they run, and rules of the policy. */
  public boolean opens() {
    return this == VM || isPolicy();
  }

  /** Whether it is a rule of the policy. */
  public boolean isPolicy() {
    return this == ALLOW || this == DENY;
  }
}
