package org.vmn.dsl.ide.server;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.validation.Issue;
import org.eclipse.xtext.xbase.lib.Procedures.Procedure2;
import org.vmn.dsl.ide.analysis.Finding;

/**
 * Joins what the build says of a file at once with what analysis says later: the protocol replaces
 * all diagnostics of a file at a time. Findings stay until the next analysis, so that they don't
 * flicker.
 */
final class Publisher {
  private final Procedure2<? super URI, ? super Iterable<Issue>> editor;
  private final Map<URI, List<Issue>> built = new HashMap<>();
  private final Map<URI, List<Finding>> byRoot = new HashMap<>();

  Publisher(Procedure2<? super URI, ? super Iterable<Issue>> editor) {
    this.editor = editor;
  }

  /** What the build says of a file. */
  synchronized void built(URI file, Iterable<Issue> issues) {
    built.put(file, ImmutableList.copyOf(issues));
    publish(file);
  }

  /** What analysis of a network says, about its root file and those that it imports. */
  synchronized void analysed(URI root, List<Finding> findings) {
    Set<URI> files = new LinkedHashSet<>();
    byRoot.getOrDefault(root, List.of()).forEach(finding -> files.add(finding.getUriToProblem()));
    findings.forEach(finding -> files.add(finding.getUriToProblem()));
    if (findings.isEmpty()) {
      byRoot.remove(root);
    } else {
      byRoot.put(root, List.copyOf(findings));
    }
    files.forEach(this::publish);
  }

  /** All that is said of a file. */
  synchronized List<Issue> issues(URI file) {
    List<Issue> issues = new ArrayList<>(built.getOrDefault(file, List.of()));
    Iterables.concat(byRoot.values())
        .forEach(finding -> {
          if (file.equals(finding.getUriToProblem())) {
            issues.add(finding);
          }
        });
    return issues;
  }

  private void publish(URI file) {
    editor.apply(file, issues(file));
  }
}
