/**
 * What assertions mean, claim by claim, decided by walks over all classes: who reaches whom,
 * waypoints, isolation, loops, black holes, packet sizes, use of hardware, and all of these while
 * something is down. A faster engine may answer some of them; these answers are what it must give.
 */
@NullMarked
package org.vmn.runtime.claims;

import org.jspecify.annotations.NullMarked;
