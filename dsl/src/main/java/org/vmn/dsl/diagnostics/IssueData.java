package org.vmn.dsl.diagnostics;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Problem.Label;
import org.vmn.runtime.network.Origin;

/**
 * Labels and fixes as the strings that Xtext's issues carry along. Files of their origins are named
 * by address ({@code file:/…}), since an issue knows no root.
 */
public final class IssueData {
  private static final String LABEL = "label";
  private static final String CERTAIN = "certain";
  private static final String GUESS = "guess";

  /** No text of a user holds it: the parser refuses controls outside of blanks. */
  private static final String SEPARATOR = "\u001f";

  private IssueData() {}

  public static String of(Label label) {
    return String.join(SEPARATOR, LABEL, label.origin().encoded(), label.text());
  }

  public static String of(Fix fix) {
    List<String> parts = new ArrayList<>(List.of(fix.certain() ? CERTAIN : GUESS, fix.title()));
    for (Fix.Edit edit : fix.edits()) {
      parts.add(edit.range().encoded());
      parts.add(edit.text());
    }
    return String.join(SEPARATOR, parts);
  }

  public static List<Label> labels(String @Nullable [] data) {
    List<Label> labels = new ArrayList<>();
    for (String[] parts : split(data)) {
      if (parts[0].equals(LABEL) && parts.length == 3) {
        labels.add(new Label(Origin.parse(parts[1]), parts[2]));
      }
    }
    return labels;
  }

  public static List<Fix> fixes(String @Nullable [] data) {
    List<Fix> fixes = new ArrayList<>();
    for (String[] parts : split(data)) {
      if ((parts[0].equals(CERTAIN) || parts[0].equals(GUESS)) && parts.length > 2) {
        List<Fix.Edit> edits = new ArrayList<>();
        for (int i = 2; i + 1 < parts.length; i += 2) {
          edits.add(new Fix.Edit(Origin.parse(parts[i]), parts[i + 1]));
        }
        fixes.add(new Fix(parts[1], parts[0].equals(CERTAIN), edits));
      }
    }
    return fixes;
  }

  private static List<String[]> split(String @Nullable [] data) {
    List<String[]> all = new ArrayList<>();
    if (data != null) {
      for (String entry : data) {
        all.add(entry.split(SEPARATOR, -1));
      }
    }
    return all;
  }
}
