/** The queue against a sorted set. */
@NullMarked
package org.vmn.runtime.simulate.queue;

import org.jspecify.annotations.NullMarked;
