package org.vmn.generator.explain;

import java.util.List;

/**
 * A part of an explanation.
 *
 * @param title may be empty, for what introduces the others
 */
public record Section(String title, List<String> lines) {
  public Section {
    lines = List.copyOf(lines);
  }
}
