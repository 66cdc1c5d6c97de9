package org.vmn.dsl.diagnostics;

import java.util.Arrays;
import java.util.Optional;

/**
 * The catalogue: every diagnostic that VMN gives. 1xxx is syntax, 2xxx names and types, 3xxx the
 * network, 4xxx policy and proof, 5xxx targets, 6xxx style, guidelines and what is off about a
 * project. Each has a page of the same name in the resources beside this class, with a failing and
 * a mended example, both tested.
 */
public enum Code {
  SYNTAX("VMN1001", Severity.ERROR),
  NOT_YET_SUPPORTED("VMN1002", Severity.ERROR),
  TOO_DEEP("VMN1003", Severity.ERROR),

  UNKNOWN_NAME("VMN2001", Severity.ERROR),
  DUPLICATE_NAME("VMN2002", Severity.ERROR),
  BAD_NAME("VMN2003", Severity.ERROR),
  BAD_UNIT("VMN2004", Severity.ERROR),
  OUT_OF_RANGE("VMN2005", Severity.ERROR),
  BAD_ADDRESS("VMN2006", Severity.ERROR),
  NO_SUCH_REPLICA("VMN2007", Severity.ERROR),
  DUPLICATE_PROPERTY("VMN2008", Severity.ERROR),
  MISSING_PROPERTY("VMN2009", Severity.ERROR),
  IMPORT_NOT_FOUND("VMN2010", Severity.ERROR),
  CYCLE("VMN2011", Severity.ERROR),
  WRONG_KIND("VMN2012", Severity.ERROR),
  NO_NETWORK("VMN2013", Severity.ERROR),
  BAD_TEXT("VMN2014", Severity.ERROR),
  BAD_TYPE("VMN2015", Severity.ERROR),
  BAD_EXPRESSION("VMN2016", Severity.ERROR),
  NO_VALUE("VMN2017", Severity.ERROR),
  SAME_NAME_REPEATED("VMN2018", Severity.ERROR),
  TOO_MANY("VMN2019", Severity.ERROR),

  OVERLAPPING_SUBNETS("VMN3104", Severity.ERROR),
  POOL_FULL("VMN3105", Severity.ERROR),
  SUBNET_FULL("VMN3106", Severity.ERROR),
  ADDRESS_OUTSIDE("VMN3107", Severity.ERROR),
  ADDRESS_TAKEN("VMN3108", Severity.ERROR),
  WRONG_FAMILY("VMN3109", Severity.ERROR),
  DUPLICATE_VLAN("VMN3110", Severity.ERROR),
  TWO_CARRIERS("VMN3111", Severity.ERROR),
  NATIVE_MISMATCH("VMN3112", Severity.ERROR),
  OVERLAPPING_EXTERNALS("VMN3113", Severity.WARNING),
  OVER_CAPACITY("VMN3201", Severity.ERROR),
  CANNOT_PLACE("VMN3202", Severity.ERROR),
  NO_TRANSPORT("VMN3203", Severity.ERROR),
  WIRING_LOOP("VMN3204", Severity.ERROR),
  NO_NEXT_HOP("VMN3301", Severity.ERROR),
  BALANCER_TARGET("VMN3302", Severity.ERROR),
  MTU_TOO_SMALL("VMN3303", Severity.ERROR),
  BLACK_HOLE("VMN3304", Severity.WARNING),
  ROUTING_LOOP("VMN3305", Severity.ERROR),
  UNREACHABLE_TARGET("VMN3306", Severity.ERROR),
  NARROW_PATH("VMN3307", Severity.WARNING),
  GATEWAY_HOST("VMN3308", Severity.ERROR),
  UNTRANSLATED_SOURCE("VMN3309", Severity.WARNING),
  TRANSLATION_TARGET("VMN3350", Severity.ERROR),
  SHARED_PORT("VMN3351", Severity.WARNING),
  NAME_COLLISION("VMN3401", Severity.ERROR),
  PORT_TAKEN("VMN3501", Severity.ERROR),
  BAD_SHAPE("VMN3502", Severity.ERROR),
  NO_SUCH_LINK("VMN3503", Severity.ERROR),

  PROGRAM_NOT_RUN("VMN4001", Severity.ERROR),
  EMPTY_SET("VMN4002", Severity.ERROR),
  SHADOWED_RULE("VMN4003", Severity.WARNING),
  REDUNDANT_RULE("VMN4004", Severity.WARNING),
  RULE_MATCHES_NOTHING("VMN4005", Severity.WARNING),
  UNREACHED_RULE("VMN4006", Severity.WARNING),
  ASSERTION_REFUTED("VMN4101", Severity.ERROR),
  ASSERTION_UNDECIDED("VMN4102", Severity.ERROR),
  NOTHING_TO_DECIDE("VMN4103", Severity.WARNING),

  TARGET_CANNOT("VMN5001", Severity.WARNING),
  UNKNOWN_TARGET("VMN5002", Severity.ERROR),
  BAD_LOCK("VMN5003", Severity.ERROR),
  LOCK_OUTDATED("VMN5004", Severity.ERROR),
  NOT_ENFORCED("VMN5005", Severity.ERROR),
  LOCK_DIVIDED("VMN5006", Severity.WARNING),

  BAD_SUPPRESSION("VMN6001", Severity.WARNING),
  UNUSED_SUPPRESSION("VMN6002", Severity.WARNING),
  BAD_SETTING("VMN6003", Severity.ERROR),
  GUIDELINE_BROKEN("VMN6004", Severity.ERROR),
  UNUSED_DECLARATION("VMN6011", Severity.WARNING),
  UNUSED_IMPORT("VMN6012", Severity.WARNING),
  EMPTY_SEGMENT("VMN6013", Severity.WARNING),
  MACHINE_WITHOUT_NIC("VMN6014", Severity.WARNING),
  SINGLE_TARGET("VMN6015", Severity.WARNING),
  UNREACHABLE_BALANCER("VMN6016", Severity.WARNING),
  USELESS_KEY("VMN6017", Severity.WARNING),
  INSECURE_SOURCE("VMN6018", Severity.WARNING),
  REPEATED_ASSERTION("VMN6019", Severity.WARNING),
  NOTHING_ASSERTED("VMN6020", Severity.INFO);

  private final String id;
  private final Severity severity;

  Code(String id, Severity severity) {
    this.id = id;
    this.severity = severity;
  }

  /** As users see it: {@code VMN3104}. */
  public String id() {
    return id;
  }

  public Severity severity() {
    return severity;
  }

  /**
   * Whether a project may give it another severity, and a comment may suppress it: nothing else
   * could be made of the file's errors.
   */
  public boolean isNegotiable() {
    return severity != Severity.ERROR || this == GUIDELINE_BROKEN;
  }

  /** Whether only the linter looks for it. */
  public boolean isLint() {
    return ordinal() >= UNUSED_DECLARATION.ordinal();
  }

  /** The code with an id, whatever its case. */
  public static Optional<Code> find(String id) {
    return Arrays.stream(values()).filter(c -> c.id.equalsIgnoreCase(id)).findFirst();
  }
}
