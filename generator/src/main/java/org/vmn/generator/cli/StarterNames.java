package org.vmn.generator.cli;

import java.util.Iterator;
import org.vmn.dsl.imports.Starter;

/** The kinds of `vmn new`, for shells to complete. */
final class StarterNames implements Iterable<String> {
  @Override
  public Iterator<String> iterator() {
    return Starter.all().stream().map(Starter::name).iterator();
  }
}
