/** The configuration: what is written reads back, what is broken is refused with a path. */
@NullMarked
package org.vmn.runtime.config;

import org.jspecify.annotations.NullMarked;
