package org.vmn.dsl.ide;

import com.google.inject.Singleton;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.ide.server.UriExtensions;

/**
 * Addresses as editors write them: letters outside ASCII are escaped, which EMF leaves as they are.
 */
@Singleton
public class Uris extends UriExtensions {

  @Override
  public String toUriString(URI uri) {
    String text = super.toUriString(uri);
    return text.chars().allMatch(c -> c < 0x80) ? text : java.net.URI.create(text).toASCIIString();
  }
}
