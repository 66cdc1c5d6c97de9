/**
 * A network as a picture: what hangs together with what, replicas folded, as text for Graphviz and
 * Mermaid or laid out as SVG.
 */
@NullMarked
package org.vmn.generator.graph;

import org.jspecify.annotations.NullMarked;
