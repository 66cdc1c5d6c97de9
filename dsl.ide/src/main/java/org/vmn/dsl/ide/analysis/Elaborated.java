package org.vmn.dsl.ide.analysis;

import java.util.List;
import java.util.Map;
import org.eclipse.emf.common.util.URI;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.runtime.network.Network;

/**
 * What elaboration makes of a file.
 *
 * @param network null when there are errors
 * @param files the files that it was made of, by the names that origins have for them
 */
public record Elaborated(
    @Nullable Network network, List<Problem> problems, Map<String, URI> files) {
  public Elaborated {
    problems = List.copyOf(problems);
    files = Map.copyOf(files);
  }
}
