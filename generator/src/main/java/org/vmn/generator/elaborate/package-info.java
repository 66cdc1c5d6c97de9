/**
 * Elaboration: from the linked and validated model to the Network. Each class fills in one part: it
 * reads declarations, applies the defaults, allocates, and reports what only shows when the parts
 * are put together (overlaps, exhaustion, capacity). It never throws for what a user wrote.
 */
@NullMarked
package org.vmn.generator.elaborate;

import org.jspecify.annotations.NullMarked;
