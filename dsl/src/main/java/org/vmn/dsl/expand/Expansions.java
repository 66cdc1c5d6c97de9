package org.vmn.dsl.expand;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.common.notify.impl.AdapterImpl;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.resource.XtextResource;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.vmn.Model;

/** The expansions of the files of a resource set, kept until one of their files changes. */
public final class Expansions extends AdapterImpl {
  private static final int MOST = 20;

  private final List<Known> all = new ArrayList<>();

  /** An expansion, and what its files were when it was made. */
  private record Known(
      Model root,
      Expansion expansion,
      List<@Nullable IParseResult> parsed,
      Map<String, String> settings) {

    boolean isCurrent() {
      return expansion.files().stream().allMatch(Known::isKept)
          && parsed.equals(parsed(expansion))
          && settings.equals(Overrides.of(root.eResource()));
    }

    /** An editor drops files that change, and goes on with others in their place. */
    private static boolean isKept(Model file) {
      return file.eResource() != null && file.eResource().getResourceSet() != null;
    }

    static List<@Nullable IParseResult> parsed(Expansion expansion) {
      List<@Nullable IParseResult> parsed = new ArrayList<>();
      for (Model file : expansion.files()) {
        Resource resource = file.eResource();
        parsed.add(resource instanceof XtextResource xtext ? xtext.getParseResult() : null);
      }
      return parsed;
    }
  }

  private Expansions() {}

  /** The expansion of a file as the root of a network. */
  public static Expansion ofRoot(Model root) {
    return find(root, true);
  }

  /** An expansion that a file is part of: its own, if it is not yet part of another. */
  public static Expansion of(Model file) {
    return find(file, false);
  }

  private static synchronized Expansion find(Model file, boolean asRoot) {
    ResourceSet resources = file.eResource().getResourceSet();
    if (resources == null) {
      return Expansion.of(file);
    }
    Expansions known =
        (Expansions)
            resources.eAdapters().stream()
                .filter(Expansions.class::isInstance)
                .findFirst()
                .orElseGet(() -> {
                  Expansions made = new Expansions();
                  resources.eAdapters().add(made);
                  return made;
                });
    return known.get(file, asRoot);
  }

  private Expansion get(Model file, boolean asRoot) {
    all.removeIf(k -> k.root().eResource() == null || !k.isCurrent());
    for (Known known : all) {
      if (known.root().equals(file) || !asRoot && known.expansion().covers(file)) {
        return known.expansion();
      }
    }
    Expansion made = Expansion.of(file);
    if (all.size() == MOST) {
      all.remove(0);
    }
    all.add(new Known(file, made, Known.parsed(made), Overrides.of(file.eResource())));
    return made;
  }
}
