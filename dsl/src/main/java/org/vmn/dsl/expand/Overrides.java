package org.vmn.dsl.expand;

import java.util.Map;
import org.eclipse.emf.common.notify.impl.AdapterImpl;
import org.eclipse.emf.ecore.resource.Resource;

/** On a resource: values that its variables get from outside, such as the command line. */
public final class Overrides extends AdapterImpl {
  private final Map<String, String> values;

  private Overrides(Map<String, String> values) {
    this.values = values;
  }

  /**
   * @param values as they would be written in the language, by the names of variables; a text may
   *     stand without quotes
   */
  public static void put(Resource resource, Map<String, String> values) {
    resource.eAdapters().removeIf(Overrides.class::isInstance);
    resource.eAdapters().add(new Overrides(Map.copyOf(values)));
  }

  static Map<String, String> of(Resource resource) {
    return resource.eAdapters().stream()
        .filter(Overrides.class::isInstance)
        .map(a -> ((Overrides) a).values)
        .findFirst()
        .orElse(Map.of());
  }
}
