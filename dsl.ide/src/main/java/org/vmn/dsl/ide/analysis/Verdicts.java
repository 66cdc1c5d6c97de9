package org.vmn.dsl.ide.analysis;

import com.google.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.resource.XtextResource;
import org.vmn.runtime.prove.Verdict;

/**
 * What was proved of the texts as they are now. A verdict on another text is none: it is forgotten
 * at the first key, not when the next one is known.
 */
@Singleton
public class Verdicts {
  private record Decided(Snapshot texts, Map<String, URI> files, List<Verdict> verdicts) {}

  private final Map<URI, Decided> byRoot = new ConcurrentHashMap<>();

  /** Remembers what was decided on a text. May be called on any thread. */
  public void put(Snapshot texts, Elaborated elaborated, List<Verdict> verdicts) {
    byRoot.put(texts.root(), new Decided(texts, elaborated.files(), List.copyOf(verdicts)));
  }

  /** Of a network that can't be elaborated any more, or whose file has gone. */
  public void forget(URI root) {
    byRoot.remove(root);
  }

  /** On the assertions that a file itself makes; those of guidelines hold for no one line. */
  public List<Verdict> in(Resource file) {
    List<Verdict> found = new ArrayList<>();
    for (Decided decided : byRoot.values()) {
      if (decided.texts().texts().containsKey(file.getURI()) && isNow(decided.texts(), file)) {
        for (Verdict verdict : decided.verdicts()) {
          String name = verdict.assertion().origin().file();
          if (verdict.assertion().by() == null && file.getURI().equals(decided.files().get(name))) {
            found.add(verdict);
          }
        }
      }
    }
    return found;
  }

  private static boolean isNow(Snapshot texts, Resource seenFrom) {
    return texts.texts().entrySet().stream()
        .allMatch(text ->
            seenFrom.getResourceSet().getResource(text.getKey(), false) instanceof XtextResource now
                && now.getParseResult() != null
                && now.getParseResult().getRootNode().getText().equals(text.getValue()));
  }
}
