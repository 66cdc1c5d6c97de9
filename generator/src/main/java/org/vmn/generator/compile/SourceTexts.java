package org.vmn.generator.compile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The text of the files of one compilation, by the name that origins have for them; the root file
 * first.
 */
public final class SourceTexts {
  private final Map<String, String> texts = new LinkedHashMap<>();

  void put(String file, String text) {
    texts.put(file, text);
  }

  /** Files in the order in which they were read. */
  public Map<String, String> texts() {
    return Map.copyOf(texts);
  }

  /** Names in the order in which the files were read. */
  public List<String> files() {
    return List.copyOf(texts.keySet());
  }

  public Optional<String> text(String file) {
    return Optional.ofNullable(texts.get(file));
  }

  /** A line without its end, counted from 1; empty when there is none. */
  public String line(String file, int number) {
    List<String> lines =
        texts.getOrDefault(file, "").lines().skip(Math.max(0, number - 1)).limit(1).toList();
    return lines.isEmpty() ? "" : lines.get(0);
  }
}
