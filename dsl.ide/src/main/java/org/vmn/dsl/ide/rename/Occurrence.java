package org.vmn.dsl.ide.rename;

import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.ITextRegion;

/**
 * A name, where it stands in a file.
 *
 * @param declares whether it is declared there, or meant
 */
record Occurrence(XtextResource resource, ITextRegion region, boolean declares) {}
