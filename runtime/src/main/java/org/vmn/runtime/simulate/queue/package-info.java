/**
 * What will happen, soonest first. A simulation spends much of its time here, so the queue holds
 * numbers in columns, moves an event to another time at a constant cost, and tunes itself.
 */
@NullMarked
package org.vmn.runtime.simulate.queue;

import org.jspecify.annotations.NullMarked;
