package org.vmn.dsl.ide.analysis;

import com.google.inject.Inject;
import com.google.inject.Provider;
import com.google.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.resource.IResourceFactory;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.dsl.diagnostics.Severity;
import org.vmn.dsl.expand.Expansions;
import org.vmn.dsl.ide.build.TopFolders;
import org.vmn.dsl.imports.Library;
import org.vmn.dsl.imports.Origins;
import org.vmn.dsl.imports.RootFolder;
import org.vmn.dsl.vmn.Model;
import org.vmn.generator.compile.Depth;
import org.vmn.generator.compile.Inspection;
import org.vmn.generator.elaborate.Elaboration;
import org.vmn.generator.elaborate.Elaborator;
import org.vmn.generator.guideline.Theorems;
import org.vmn.generator.project.Settings;
import org.vmn.generator.project.SuppressionReader;
import org.vmn.generator.project.Suppressions;
import org.vmn.runtime.network.Network;

/**
 * The networks of the files that an editor works on, as they were when last they could be
 * elaborated.
 */
@Singleton
public class Networks {
  /** Characters of all files of a network; models take some thirty times as many bytes. */
  private static final long MOST_KEPT = 1 << 20;

  @Inject private Provider<XtextResourceSet> resourceSets;
  @Inject private IResourceFactory resources;
  @Inject private TopFolders folders;

  private final Map<URI, XtextResourceSet> kept = new ConcurrentHashMap<>();
  private final Map<URI, Elaborated> latest = new ConcurrentHashMap<>();

  /**
   * Elaborates, and remembers the network if there is one. May be called on any thread.
   *
   * @throws CancellationException soon after the thread was interrupted
   */
  public Elaborated elaborate(Snapshot snapshot) {
    XtextResourceSet files = files(snapshot);
    goOn();
    Origins origins = new Origins(snapshot.root());
    Map<String, URI> names = new HashMap<>();
    snapshot.texts().keySet().forEach(uri -> names.put(origins.label(uri), uri));
    Model root = (Model) files.getResource(snapshot.root(), false).getContents().get(0);
    List<Problem> problems = new ArrayList<>();
    Beside beside = new Beside(snapshot.root(), root, origins);
    Elaboration elaboration = Elaborator.elaborate(root, beside.lock(problems));
    goOn();
    problems.addAll(elaboration.problems());
    Network network = elaboration.network();
    if (network != null) {
      Settings settings = beside.settings(problems);
      Model expanded = Expansions.ofRoot(root).copyOf(root);
      network = Theorems.with(network, Elaborator.files(expanded), origins, settings);
      problems.addAll(inspect(network, expanded, origins, settings));
    }
    List<Problem> left = unsuppressed(problems, files, origins);
    Elaborated elaborated = new Elaborated(network, left, names);
    if (elaborated.network() != null) {
      latest.put(snapshot.root(), elaborated);
    }
    return elaborated;
  }

  /**
   * The files of a snapshot as models. Those of small networks are kept for the next one, which
   * differs in a few declarations.
   */
  private XtextResourceSet files(Snapshot snapshot) {
    XtextResourceSet known = kept.remove(snapshot.root());
    XtextResourceSet files = known == null ? resourceSets.get() : known;
    List<URI> all = folders.all();
    RootFolder.put(files, all.isEmpty() ? List.of(snapshot.root().trimSegments(1)) : all);
    files
        .getResources()
        .removeIf(f -> !snapshot.texts().containsKey(f.getURI()) && !Library.contains(f.getURI()));
    snapshot.texts().forEach((uri, text) -> read(files, uri, text));
    if (snapshot.texts().values().stream().mapToLong(String::length).sum() <= MOST_KEPT) {
      kept.put(snapshot.root(), files);
    }
    return files;
  }

  /** Also a file whose text is the same is linked again: others changed. */
  private void read(XtextResourceSet files, URI uri, String text) {
    if (files.getResource(uri, false) instanceof XtextResource file
        && file.getParseResult() != null) {
      file.update(0, file.getParseResult().getRootNode().getTotalLength(), text);
    } else {
      load(files, uri, text);
    }
  }

  private static void goOn() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException();
    }
  }

  private static List<Problem> inspect(
      Network network, Model root, Origins origins, Settings settings) {
    // A remark about the whole file would stay beneath its first line for ever.
    return Inspection.of(network, root, origins, settings, Depth.LINT).stream()
        .filter(p -> !p.code().isLint() || p.severity() != Severity.INFO)
        .toList();
  }

  /** Without what comments answer for, and with what is wrong about those. */
  private static List<Problem> unsuppressed(
      List<Problem> problems, XtextResourceSet files, Origins origins) {
    SuppressionReader comments = new SuppressionReader();
    for (Resource file : files.getResources()) {
      if (file instanceof XtextResource text && text.getParseResult() != null) {
        comments.read(text, origins.label(file.getURI()));
      }
    }
    Suppressions.Sifted sifted = comments.done().sift(problems);
    List<Problem> left = new ArrayList<>(sifted.problems());
    if (problems.stream().noneMatch(Problem::isError)) {
      // What targets can't do is looked for by a build only.
      left.addAll(sifted.suppressions().verdict(c -> c != Code.TARGET_CANNOT));
    }
    return left;
  }

  /** Forgets the network of a file that has gone, or declares none any more. */
  public void forget(URI root) {
    latest.remove(root);
    kept.remove(root);
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
