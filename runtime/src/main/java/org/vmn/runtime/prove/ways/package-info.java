/**
 * What devices do with connections from one attachment to one destination: the concrete walk, taken
 * once for each pair of kinds with every rule list open, and read as a relation. A new device that
 * the walk knows is a relation here without further work, as long as the quotient tells apart what
 * it tells apart.
 */
@NullMarked
package org.vmn.runtime.prove.ways;

import org.jspecify.annotations.NullMarked;
