/** What stands beside the text in an editor: computed addresses, and whether assertions hold. */
@NullMarked
package org.vmn.dsl.ide.inlay;

import org.jspecify.annotations.NullMarked;
