/** The command line: the only place that prints. */
@NullMarked
package org.vmn.generator.cli;

import org.jspecify.annotations.NullMarked;
