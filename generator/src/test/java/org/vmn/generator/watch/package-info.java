/** Files that change while they are watched. */
@NullMarked
package org.vmn.generator.watch;

import org.jspecify.annotations.NullMarked;
