package org.vmn.dsl.expand;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.expressions.Evaluator;
import org.vmn.dsl.expressions.Value;
import org.vmn.dsl.imports.Provenance;

/**
 * What names mean where something is copied.
 *
 * @param values of a repetition's variable, or of a template's parameters
 * @param around what names mean outside of it, as the text nests
 * @param file what they mean in the file
 * @param within for what is being copied; null in the file itself
 */
record Frame(
    Map<String, Value> values, @Nullable Frame around, FileValues file, @Nullable Provenance within)
    implements Evaluator.Names {

  static Frame of(FileValues file) {
    return new Frame(Map.of(), null, file, null);
  }

  Frame with(Map<String, Value> more, Provenance provenance) {
    return new Frame(more, this, file, provenance);
  }

  @Override
  public @Nullable Value find(String name) {
    Value local = local(name);
    return local == null ? file.find(name) : local;
  }

  /** The value that a repetition or a parameter gives a name. */
  @Nullable Value local(String name) {
    for (Frame frame = this; frame != null; frame = frame.around) {
      Value found = frame.values.get(name);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  @Override
  public String unknown(String name) {
    return file.unknown(name, this);
  }
}
