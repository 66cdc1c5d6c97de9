/**
 * A second engine that decides assertions, to hold the first one to. It shares no code with {@code
 * org.vmn.runtime.forward} and {@code prove}: it reads the Network's records only, and follows sets
 * of whole headers, as binary decision diagrams, through one device after another. Random networks
 * are decided by both, walked by samples, and mutated.
 *
 * <p>It is written for clarity and small networks: every replica is followed by itself.
 */
@NullMarked
package org.vmn.tests.oracle;

import org.jspecify.annotations.NullMarked;
