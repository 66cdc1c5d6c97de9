package org.vmn.dsl.scoping;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.linking.lazy.LazyLinkingResource;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.util.Triple;

/** A file. */
public class VmnResource extends LazyLinkingResource {
  private static final int MOST_BYTES = 64 << 20;

  /** No more of a file is read, however it came to be loaded. */
  @Override
  protected void doLoad(InputStream in, Map<?, ?> options) throws IOException {
    byte[] bytes = in.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new IOException("the file is larger than " + (MOST_BYTES >> 20) + " MiB");
    }
    super.doLoad(new ByteArrayInputStream(bytes), options);
  }

  /**
   * Patches Xtext 2.42: once a file has an error, each reference that can be resolved has a message
   * made up as if it could not, to find the error that it might have caused before. None can have:
   * a reference that failed is not tried again. In a file of 100,000 declarations with one wrong
   * name the messages took minutes.
   */
  @Override
  protected void removeDiagnostic(Triple<EObject, EReference, INode> reference) {}
}
