package org.vmn.dsl.ide.analysis;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.log4j.Logger;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.util.IResourceScopeCache;
import org.eclipse.xtext.validation.CheckMode;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.ide.build.ImportingFiles;
import org.vmn.dsl.imports.Library;
import org.vmn.dsl.imports.Origins;
import org.vmn.dsl.vmn.Model;
import org.vmn.generator.elaborate.Elaboration;
import org.vmn.generator.elaborate.Elaborator;

/**
 * Elaborates files, each once: the build makes a new resource of a file whenever it or one that it
 * imports changes.
 */
@Singleton
public class Networks {
  private static final Logger LOG = Logger.getLogger(Networks.class);
  private static final String KEY = Networks.class.getName();

  @Inject private IResourceScopeCache cache;

  /** What elaboration makes of a file; empty of a library, and while anything is wrong with the text. */
  public Optional<Elaborated> of(Resource root) {
    return cache.get(KEY, root, () -> elaborate(root));
  }

  /** The network that a declaration is part of: of the file that is looked at, or of one that imports it. */
  public Optional<Elaborated> around(Resource file) {
    if (isRoot(file)) {
      return of(file);
    }
    ResourceSet all = file.getResourceSet();
    if (all == null || Library.contains(file.getURI())) {
      return Optional.empty();
    }
    return List.copyOf(all.getResources()).stream()
        .filter(Networks::isRoot)
        .filter(root -> ImportingFiles.imports(root).contains(file.getURI()))
        .findFirst()
        .flatMap(this::of);
  }

  /** Whether a file declares a network. */
  public static boolean isRoot(Resource resource) {
    Model model = model(resource);
    return model != null && !model.getNetworks().isEmpty();
  }

  private static Optional<Elaborated> elaborate(Resource root) {
    Model model = model(root);
    if (model == null || !isRoot(root)) {
      return Optional.empty();
    }
    Origins origins = new Origins(root.getURI());
    Map<String, URI> files = new HashMap<>();
    Set<URI> uris = new LinkedHashSet<>(Set.of(root.getURI()));
    uris.addAll(ImportingFiles.imports(root));
    for (URI uri : uris) {
      Resource file = root.getResourceSet().getResource(uri, false);
      if (file == null || !Library.contains(uri) && !isRight(file)) {
        return Optional.empty();
      }
      files.put(origins.label(uri), uri);
    }
    try {
      Elaboration elaboration = Elaborator.elaborate(model);
      return Optional.of(new Elaborated(elaboration.network(), elaboration.problems(), files));
    } catch (RuntimeException e) {
      LOG.error("elaboration of " + root.getURI() + " failed", e);
      return Optional.empty();
    }
  }

  private static boolean isRight(Resource file) {
    return file instanceof XtextResource text
        && text.getResourceServiceProvider()
            .getResourceValidator()
            .validate(text, CheckMode.ALL, CancelIndicator.NullImpl)
            .stream()
            .noneMatch(issue -> issue.getSeverity() == Severity.ERROR);
  }

  private static @Nullable Model model(Resource resource) {
    EObject content = resource.getContents().isEmpty() ? null : resource.getContents().get(0);
    return content instanceof Model model ? model : null;
  }
}
