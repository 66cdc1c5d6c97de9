package org.vmn.generator.cli;

import java.util.List;

/**
 * Adds commands to {@code vmn} from a module that this one must not know, such as the language
 * server. Found with {@link java.util.ServiceLoader}.
 */
public interface CommandProvider {

  /** The commands, each an object annotated for picocli. */
  List<Object> commands();
}
