package org.vmn.generator.format;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;

/** What changed between two texts, as {@code patch} and people read it. */
public final class Diff {
  private static final int CONTEXT = 3;

  private Diff() {}

  /** Lines of a unified diff; none when the texts are the same. */
  public static List<String> unified(String name, String before, String after) {
    List<String> old = before.lines().toList();
    return UnifiedDiffUtils.generateUnifiedDiff(
        name, name, old, DiffUtils.diff(old, after.lines().toList()), CONTEXT);
  }
}
