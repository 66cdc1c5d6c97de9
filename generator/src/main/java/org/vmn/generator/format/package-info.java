/** The layout of source text, as the command line and others ask for it. */
@NullMarked
package org.vmn.generator.format;

import org.jspecify.annotations.NullMarked;
