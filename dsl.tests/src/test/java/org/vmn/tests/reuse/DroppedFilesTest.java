package org.vmn.tests.reuse;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.google.inject.Injector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.resource.IResourceFactory;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.junit.jupiter.api.Test;
import org.vmn.dsl.VmnStandaloneSetup;
import org.vmn.dsl.expand.Expansions;
import org.vmn.dsl.vmn.Model;

/** Of a file that an editor dropped, since its text changed, nothing is kept. */
class DroppedFilesTest {
  private static final String TEXT = "network n\nvar size = 2 GiB\nvm a { memory size }\n";
  private static final int TRIES = 100;

  private final Injector injector = new VmnStandaloneSetup().createInjectorAndDoEMFRegistration();
  private final XtextResourceSet files = injector.getInstance(XtextResourceSet.class);

  @Test
  void theLastTextOnlyIsKept() throws IOException, InterruptedException {
    List<WeakReference<Model>> dropped = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      dropped.add(edited());
    }
    Model last = load();
    assertSame(Expansions.ofRoot(last), Expansions.ofRoot(last));
    for (WeakReference<Model> model : dropped) {
      for (int i = 0; model.get() != null && i < TRIES; i++) {
        System.gc();
        Thread.sleep(10);
      }
      assertNull(model.get());
    }
  }

  private WeakReference<Model> edited() throws IOException {
    Model model = load();
    Expansions.ofRoot(model);
    files.getResources().remove(model.eResource());
    return new WeakReference<>(model);
  }

  private Model load() throws IOException {
    Resource file =
        injector.getInstance(IResourceFactory.class).createResource(URI.createFileURI("/n.vmn"));
    files.getResources().add(file);
    file.load(new ByteArrayInputStream(TEXT.getBytes(StandardCharsets.UTF_8)), Map.of());
    return (Model) file.getContents().get(0);
  }
}
