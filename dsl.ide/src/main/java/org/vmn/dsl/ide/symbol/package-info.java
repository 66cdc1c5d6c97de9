/** The outline of a file, and how kinds of declarations are shown in lists. */
@NullMarked
package org.vmn.dsl.ide.symbol;

import org.jspecify.annotations.NullMarked;
