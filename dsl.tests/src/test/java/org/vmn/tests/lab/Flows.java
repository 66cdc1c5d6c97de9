package org.vmn.tests.lab;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads flows as {@code ovs-ofctl} does, without a switch. */
public final class Flows {
  /**
   * What {@code ovs-ofctl} writes when a field lacks its prerequisite ({@code tp_dst=80} without
   * {@code tcp}): it drops the field, so that the flow matches everything, and still ends with
   * status 0.
   */
  private static final String WIDENED = "normalization changed ofp_match";

  private Flows() {}

  /**
   * The flows of {@code file} in the form that a switch would show; an error when one is wrong or
   * was widened.
   */
  public static List<String> parse(Path file) {
    Result result =
        Shell.run(
                Map.of(), List.of("ovs-ofctl", "-O", "OpenFlow15", "parse-flows", file.toString()))
            .ok();
    if (result.err().contains(WIDENED)) {
      String details =
          result
              .err()
              .lines()
              .filter(line -> line.contains("pre: ") || line.contains("post: "))
              .collect(Collectors.joining("\n"));
      throw new AssertionError("matches were silently widened, at least these:\n" + details);
    }
    return result
        .out()
        .lines()
        .filter(line -> line.startsWith("OFPT_FLOW_MOD"))
        .map(line -> line.substring(line.indexOf("): ADD ") + "): ADD ".length()))
        .toList();
  }
}
