/** Which declaration a name means. */
@NullMarked
package org.vmn.dsl.scoping;

import org.jspecify.annotations.NullMarked;
