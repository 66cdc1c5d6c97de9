package org.vmn.generator.emit.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.vmn.generator.emit.text.Shell;

/** A Bash script: fixed logic, and in it constants and functions that hold this host's steps. */
final class Script {
  private final String title;
  private final StringBuilder plan = new StringBuilder();

  Script(String title) {
    this.title = title;
  }

  Script constants(Map<String, String> values) {
    values.forEach((name, value) ->
        plan.append("readonly ").append(name).append('=').append(Shell.quote(value)).append('\n'));
    plan.append('\n');
    return this;
  }

  Script array(String name, List<String> words) {
    plan.append("readonly ").append(name).append("=(\n");
    words.forEach(w -> plan.append("  ").append(Shell.quote(w)).append('\n'));
    plan.append(")\n\n");
    return this;
  }

  /** A function that runs commands, each a list of words. */
  Script function(String name, List<List<String>> commands) {
    plan.append(name).append("() {\n");
    for (List<String> command : commands.isEmpty() ? List.of(List.of(":")) : commands) {
      plan.append("  ").append(Shell.command(command)).append('\n');
    }
    plan.append("}\n\n");
    return this;
  }

  /** The whole script, its logic taken from a resource. */
  String in(String logic) {
    return "#!/usr/bin/env bash\n"
        + Shell.comment(title)
        + Shell.comment("Made by vmn: change the source, not this file.")
        + resource("common.sh")
        + "\n"
        + resource(logic).replace("@PLAN@\n", plan);
  }

  private static String resource(String name) {
    try (InputStream in = Script.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + name + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
