/** The stages of the pipeline; each writes the flows of one or a few tables. */
@NullMarked
package org.vmn.generator.emit.ovs.stage;

import org.jspecify.annotations.NullMarked;
