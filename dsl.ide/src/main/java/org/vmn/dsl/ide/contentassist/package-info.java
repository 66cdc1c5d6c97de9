/** Completion: what may be written at the cursor. */
@NullMarked
package org.vmn.dsl.ide.contentassist;

import org.jspecify.annotations.NullMarked;
