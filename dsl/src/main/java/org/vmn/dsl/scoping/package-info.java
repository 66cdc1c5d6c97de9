/** Names: what a reference may mean. */
@NullMarked
package org.vmn.dsl.scoping;

import org.jspecify.annotations.NullMarked;
