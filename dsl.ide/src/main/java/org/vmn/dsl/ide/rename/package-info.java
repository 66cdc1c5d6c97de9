/** Renaming across files. */
@NullMarked
package org.vmn.dsl.ide.rename;

import org.jspecify.annotations.NullMarked;
