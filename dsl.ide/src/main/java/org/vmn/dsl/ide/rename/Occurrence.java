package org.vmn.dsl.ide.rename;

import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.resource.XtextResource;

/**
 * A name, where it stands in a file.
 *
 * @param declares whether it is declared there, or meant
 */
record Occurrence(XtextResource resource, INode node, boolean declares) {}
