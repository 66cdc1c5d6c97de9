/** Files that files refer to, and where in them things stand. */
@NullMarked
package org.vmn.dsl.imports;

import org.jspecify.annotations.NullMarked;
