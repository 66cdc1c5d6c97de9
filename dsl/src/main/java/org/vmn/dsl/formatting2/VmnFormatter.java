package org.vmn.dsl.formatting2;

import org.eclipse.xtext.formatting2.AbstractJavaFormatter;
import org.eclipse.xtext.formatting2.IFormattableDocument;
import org.vmn.dsl.vmn.Model;

/** Lays out a model. */
public class VmnFormatter extends AbstractJavaFormatter {

  /** Keeps one space between the keyword and the name. */
  protected void format(Model model, IFormattableDocument document) {
    document.append(
        textRegionExtensions.regionFor(model).keyword("network"), space -> space.oneSpace());
  }
}
