package org.vmn.generator.emit;

import java.util.function.Consumer;
import org.vmn.generator.layout.Layout;
import org.vmn.runtime.forward.Forwarding;

/**
 * Turns a network into files of one kind. The same network gives the same bytes in the same order.
 */
public interface Emitter {
  /** Hands over the files one by one, so that a large network is never in memory as text. */
  void emit(Forwarding forwarding, Layout layout, Consumer<Artifact> files);
}
