package org.vmn.dsl.ide.analysis;

import com.google.inject.Inject;
import com.google.inject.Provider;
import com.google.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.resource.IResourceFactory;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.vmn.dsl.imports.Origins;
import org.vmn.dsl.vmn.Model;
import org.vmn.generator.elaborate.Elaboration;
import org.vmn.generator.elaborate.Elaborator;
import org.vmn.generator.lock.Lock;
import org.vmn.generator.lock.LockException;
import org.vmn.generator.lock.LockFile;

/**
 * The networks of the files that an editor works on, as they were when last they could be
 * elaborated.
 */
@Singleton
public class Networks {
  @Inject private Provider<XtextResourceSet> resourceSets;
  @Inject private IResourceFactory resources;

  private final Map<URI, Elaborated> latest = new ConcurrentHashMap<>();

  /** Elaborates, and remembers the network if there is one. May be called on any thread. */
  public Elaborated elaborate(Snapshot snapshot) {
    XtextResourceSet files = resourceSets.get();
    snapshot.texts().forEach((uri, text) -> load(files, uri, text));
    Origins origins = new Origins(snapshot.root());
    Map<String, URI> names = new HashMap<>();
    snapshot.texts().keySet().forEach(uri -> names.put(origins.label(uri), uri));
    Model root = (Model) files.getResource(snapshot.root(), false).getContents().get(0);
    Elaboration elaboration = Elaborator.elaborate(root, lock(snapshot.root()));
    Elaborated elaborated = new Elaborated(elaboration.network(), elaboration.problems(), names);
    if (elaborated.network() != null) {
      latest.put(snapshot.root(), elaborated);
    }
    return elaborated;
  }

  /** A lock that can't be read is a build's matter. */
  private static Lock lock(URI root) {
    try {
      return root.isFile() ? LockFile.read(Path.of(root.toFileString())) : Lock.EMPTY;
    } catch (LockException e) {
      return Lock.EMPTY;
    }
  }

  /** Forgets the network of a file that has gone, or declares none any more. */
  public void forget(URI root) {
    latest.remove(root);
  }

  /** The network that a file is part of: its own, or one of a file that imports it. */
  public Optional<Elaborated> around(Resource file) {
    Elaborated own = latest.get(file.getURI());
    return own != null
        ? Optional.of(own)
        : latest.values().stream()
            .filter(elaborated -> elaborated.files().containsValue(file.getURI()))
            .findFirst();
  }

  private void load(XtextResourceSet files, URI uri, String text) {
    Resource file = resources.createResource(uri);
    files.getResources().add(file);
    try {
      file.load(
          new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
          Map.of(XtextResource.OPTION_ENCODING, StandardCharsets.UTF_8.name()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
